// Texts, each with the instrument that it is the text of.
// :params {rows: [{sha256: "839d…", own: "unnumbered@839d046cad6a", properties: {name: "plan.txt"}}]}
UNWIND $rows AS row
MATCH (i:Instrument {key: row.own})
CREATE (d:Document {sha256: row.sha256})
SET d += row.properties
CREATE (d)-[:TEXT_OF]->(i)
