// Dated changes of status that members of staff recorded, of the instruments that are there.
// :params {rows: [{id: "assertion:9f31c0aa52e1", key: "290-QĐ/TW@2010-02-25", about: "290-QĐ/TW@2010-02-25", by: ["23-QĐ/TW@2021-07-30"], doers: ["23-QĐ/TW@2021-07-30"], properties: {kind: "REPLACED"}}]}
UNWIND $rows AS row
MATCH (i:Instrument {key: row.key})
MERGE (e:Event {id: row.id})
SET e += row.properties, e.about = row.about, e.by = row.by, e.dataset = row.id
MERGE (e)-[:ABOUT]->(i)
WITH e, row
UNWIND row.doers AS actorKey
MATCH (actor:Instrument {key: actorKey})
MERGE (e)-[:DONE_BY]->(actor)
