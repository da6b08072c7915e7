// What curated tables say of the instruments that bear a number or a name.
// :params {lookups: ["25nqtw", "luatdatdai"]}
UNWIND $lookups AS lookup
CALL (lookup) {
  MATCH (f:Fact {lookup: lookup}) RETURN f
  UNION
  MATCH (f:Fact {nameLookup: lookup}) RETURN f
}
WITH DISTINCT f
RETURN f {.id, .dataset, .key, .lookup, .nameLookup, .type, .title, .issuer, .date, .effective} AS fact
