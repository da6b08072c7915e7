// Whose texts they are now.
// :params {rows: [{id: "839d…", home: "25-NQ/TW@2013-06-03"}]}
UNWIND $rows AS row
MATCH (d:Document {sha256: row.id})
MATCH (i:Instrument {key: row.home})
CREATE (d)-[:TEXT_OF]->(i)
