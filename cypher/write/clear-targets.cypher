// Mentions that are resolved again lose what they meant before.
// :params {mentions: ["839d046cad6a:00004"]}
UNWIND $mentions AS id
MATCH (m:Mention {id: id})
OPTIONAL MATCH (m)-[r:REFERS_TO|CANDIDATE]->()
DELETE r
