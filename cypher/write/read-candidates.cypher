// The dated instruments that bear a number in its jurisdiction, or a name; of each, the first day in force that a table tells.
// :params {lookups: ["25nqtw", "luatdatdai"]}
UNWIND $lookups AS lookup
CALL (lookup) {
  MATCH (i:Instrument {lookup: lookup}) RETURN i
  UNION
  MATCH (i:Instrument {nameLookup: lookup}) RETURN i
}
WITH lookup, i WHERE i.date IS NOT NULL
RETURN lookup, i {.key, .type, .date, .issuer, .title,
  effective: head(COLLECT { MATCH (f:Fact)-[:DESCRIBES]->(i) WHERE f.effective IS NOT NULL RETURN f.effective ORDER BY f.dataset, f.key })} AS candidate
