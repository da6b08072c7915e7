// The gazetteer's units whose names have these words, each with the units that it lies in, nearest first.
// :params {names: ["minh son"], on: "2025-07-01"}
UNWIND $names AS name
MATCH (p:Place {nameFolded: name})
WHERE $on IS NULL OR (coalesce(p.validFrom, '') <= $on AND $on <= coalesce(p.validTo, '9999'))
RETURN DISTINCT p {.path, .name, .kind, .level, .validFrom, .validTo, .decidedBy} AS place,
  COLLECT {
    MATCH way = (p)-[:PART_OF*1..3]->(upper:Place)
    RETURN upper {.name, .kind} ORDER BY length(way), upper.path
  } AS within,
  head(COLLECT { MATCH (p)-[:PART_OF]->(upper:Place) RETURN upper.path ORDER BY upper.path }) AS parent,
  COLLECT { MATCH (p)-[:MERGED_INTO]->(next:Place) RETURN DISTINCT next.path ORDER BY next.path } AS successors
ORDER BY place.path
