// The mentions without a date that mean one of these numbers, with what they mean: to be resolved again.
// :params {lookups: ["25nqtw"]}
UNWIND $lookups AS lookup
MATCH (m:Mention {lookup: lookup})
MATCH (d:Document)-[:HAS_MENTION]->(m)
RETURN lookup, m {.id, .key, .state, .reasons, .type, .issuer, .title, .year, .citedOn, .numberContradicted, .statedInDocument,
  .placeholder, document: d.sha256,
  candidates: COLLECT { MATCH (m)-[c:CANDIDATE]->(i:Instrument) RETURN c {.score, .reasons, key: i.key} }} AS mention
