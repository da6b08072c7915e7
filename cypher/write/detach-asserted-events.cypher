// The events are of no instrument for a while.
// :params {ids: ["5be1…"]}
UNWIND $ids AS id
MATCH (:Event {id: id})-[r:ABOUT|DONE_BY]->()
DELETE r
