// Which instruments the events are about now, and which did them.
// :params {rows: [{id: "5be1…", home: "25-NQ/TW@2013-06-03", by: ["43-KL/TW@2019-01-07"]}]}
UNWIND $rows AS row
MATCH (e:Event {id: row.id})
MATCH (i:Instrument {key: row.home})
CREATE (e)-[:ABOUT]->(i)
WITH e, row
UNWIND row.by AS actorKey
MATCH (actor:Instrument {key: actorKey})
MERGE (e)-[:DONE_BY]->(actor)
