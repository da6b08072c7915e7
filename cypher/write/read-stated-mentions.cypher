// The mentions that state number (or name) and date, of these numbers and names: weighed again when a table changes.
// Staff have decided nothing of them.
// :params {lookups: ["25nqtw"]}
UNWIND $lookups AS lookup
MATCH (m:Mention {statedLookup: lookup})
WHERE m.asserted IS NULL
RETURN m {.id, .key, .state, .reasons, .stated, .statedKey, .statedLookup, .basis, .number, .date, .type, .issuer, .title, .claimRank, .fictional,
  candidates: COLLECT { MATCH (m)-[c:CANDIDATE]->(i:Instrument) RETURN c {.score, .reasons, key: i.key} }} AS mention
