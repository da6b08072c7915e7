// The mentions without a date in the texts of these mentions: they may mean what the text states in full.
// :params {mentions: ["839d046cad6a:00004"]}
UNWIND $mentions AS id
MATCH (:Mention {id: id})<-[:HAS_MENTION]-(d:Document)
WITH DISTINCT d
MATCH (d)-[:HAS_MENTION]->(m:Mention)
WHERE m.lookup IS NOT NULL AND m.asserted IS NULL
RETURN m {.id, .lookup, .key, .state, .reasons, .type, .issuer, .title, .year, .citedOn, .citedFrom, .byName, .numberContradicted,
  .statedInDocument, .placeholder,
  candidates: COLLECT { MATCH (m)-[c:CANDIDATE]->(i:Instrument) RETURN c {.score, .reasons, key: i.key} }} AS mention
