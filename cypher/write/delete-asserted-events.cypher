// Events that were recorded by assertions which stand no more, or are to be written anew.
// :params {ids: ["assertion:9f31c0aa52e1"]}
UNWIND $ids AS id
MATCH (e:Event {id: id})
DETACH DELETE e
