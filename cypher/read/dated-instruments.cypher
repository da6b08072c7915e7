// The dated instruments that bear these numbers.
// :params {lookups: ["602013ndcp"]}
UNWIND $lookups AS lookup
MATCH (i:Instrument {lookup: lookup})
WHERE i.date IS NOT NULL
RETURN lookup, i {.key, .type, .date, .issuer, .title, effective: null} AS candidate
ORDER BY i.key
