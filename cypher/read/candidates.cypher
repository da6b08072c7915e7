// What citations that their words do not settle may mean, likeliest first.
// :params {mentions: ["839d046cad6a0000:000004"]}
UNWIND $mentions AS id
MATCH (m:Mention {id: id})
RETURN id, COLLECT {
  MATCH (m)-[c:CANDIDATE]->(i:Instrument)
  RETURN {key: i.key, score: c.score, reasons: c.reasons} ORDER BY c.score DESC, i.key LIMIT 50
} AS candidates
