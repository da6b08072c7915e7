// Mentions that mean something else now lose what they meant before.
// :params {mentions: ["839d046cad6a:00004"]}
UNWIND $mentions AS id
MATCH (:Mention {id: id})-[r:REFERS_TO]->()
DELETE r
