// The mentions without a date that mean one of these numbers or names, with what they mean: to be resolved again. Staff have
// decided nothing of them.
// :params {lookups: ["25nqtw"]}
UNWIND $lookups AS lookup
MATCH (m:Mention {lookup: lookup})
WHERE m.asserted IS NULL
RETURN m {.id, .lookup, .key, .state, .reasons, .type, .issuer, .title, .year, .citedOn, .citedFrom, .byName, .numberContradicted,
  .statedInDocument, .placeholder,
  candidates: COLLECT { MATCH (m)-[c:CANDIDATE]->(i:Instrument) RETURN c {.score, .reasons, key: i.key} }} AS mention
