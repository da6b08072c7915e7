// How many texts came from elsewhere than from the project's seed, and whether there is anything else at all.
// :params {prefix: "seed/"}
RETURN COUNT { MATCH (s:Source) WHERE NOT s.uri STARTS WITH $prefix } AS sources
