// What tables say here is of no instrument for a while.
// :params {ids: ["facts\n25-NQ/TW@2013-06-30"]}
UNWIND $ids AS id
MATCH (:Fact {id: id})-[r:DESCRIBES]->()
DELETE r
