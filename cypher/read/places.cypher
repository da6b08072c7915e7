// Places by their paths, whether or not the gazetteer has them, with what they lie in and what they became.
// :params {paths: ["ngoc-lac.thanh-hoa"]}
UNWIND $paths AS path
MATCH (p:Place {path: path})
RETURN p {.path, .name, .kind, .level, .validFrom, .validTo, .decidedBy} AS place,
  head(COLLECT { MATCH (p)-[:PART_OF]->(upper:Place) RETURN upper.path ORDER BY upper.path }) AS parent,
  COLLECT { MATCH (p)-[:MERGED_INTO]->(next:Place) RETURN DISTINCT next.path ORDER BY next.path } AS successors
ORDER BY path
