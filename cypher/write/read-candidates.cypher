// The dated instruments that bear a number, in its jurisdiction.
// :params {lookups: ["25nqtw"]}
UNWIND $lookups AS lookup
MATCH (i:Instrument {lookup: lookup})
WHERE i.date IS NOT NULL
RETURN lookup, i {.key, .type, .date, .issuer, .title} AS candidate
