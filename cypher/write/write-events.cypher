// Dated changes of status, with their evidence: `about` and `by` as the table has them, `key` and `doers` the instruments
// that are meant.
// :params {rows: [{id: "…", key: "290-QĐ/TW@2010-02-25", about: "290-QĐ/TW@2010-02-25", by: ["23-QĐ/TW@2021-07-30"], doers: ["23-QĐ/TW@2021-07-30"], properties: {kind: "REPLACED"}}], dataset: "facts"}
UNWIND $rows AS row
MATCH (i:Instrument {key: row.key})
MERGE (e:Event {id: row.id})
SET e += row.properties, e.about = row.about, e.by = row.by, e.dataset = $dataset
MERGE (e)-[:ABOUT]->(i)
WITH e, row
UNWIND row.doers AS actorKey
MATCH (actor:Instrument {key: actorKey})
MERGE (e)-[:DONE_BY]->(actor)
