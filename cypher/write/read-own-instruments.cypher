// The instruments in whose texts these mentions stand.
// :params {mentions: ["839d046cad6a:00004"]}
UNWIND $mentions AS id
MATCH (:Mention {id: id})<-[:HAS_MENTION]-(:Document)-[:TEXT_OF]->(i:Instrument)
RETURN DISTINCT i.key AS key
