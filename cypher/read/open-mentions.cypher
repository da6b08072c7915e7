// Citations in the texts of these instruments that the words do not settle, with their candidates.
// :params {keys: ["unnumbered@6c28add34ca0"], limit: 500}
UNWIND $keys AS key
MATCH (:Instrument {key: key})<-[:TEXT_OF]-(d:Document)-[:HAS_MENTION]->(m:Mention)
WHERE m.state <> 'RESOLVED'
RETURN key AS instrument, m.id AS mention, m.text AS text, m.quote AS quote, m.state AS state, m.reasons AS reasons,
  m.key AS target,
  COLLECT { MATCH (m)-[c:CANDIDATE]->(i:Instrument) RETURN i.key ORDER BY c.score DESC, i.key } AS candidates
ORDER BY key, mention
LIMIT $limit
