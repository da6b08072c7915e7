// The mentions that state number (or name) and date, of these numbers and names: weighed again when a table changes.
// :params {lookups: ["25nqtw"]}
UNWIND $lookups AS lookup
MATCH (m:Mention {statedLookup: lookup})
RETURN m {.id, .key, .state, .reasons, .statedKey, .statedLookup, .number, .date, .type, .issuer, .title, .claimRank, .fictional,
  candidates: COLLECT { MATCH (m)-[c:CANDIDATE]->(i:Instrument) RETURN c {.score, .reasons, key: i.key} }} AS mention
