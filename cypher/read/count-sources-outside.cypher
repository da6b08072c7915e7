// How many texts came from elsewhere than from the project's seed.
// :params {prefix: "seed/"}
RETURN COUNT { MATCH (s:Source) WHERE NOT s.uri STARTS WITH $prefix } AS sources
