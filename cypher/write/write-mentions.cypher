// Mentions of new texts.
// :params {rows: [{document: "839d…", properties: {id: "839d046cad6a:00004"}}]}
UNWIND $rows AS row
MATCH (d:Document {sha256: row.document})
CREATE (m:Mention)
SET m = row.properties
CREATE (d)-[:HAS_MENTION]->(m)
