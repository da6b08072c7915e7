// The sources at a path or anywhere below it, and those that hold an instrument's text.
// :params {prefix: "/home/lan/", uri: "/home/lan", key: ""}
MATCH (s:Source) WHERE s.uri = $uri OR s.uri STARTS WITH $prefix
RETURN s.uri AS uri
UNION
MATCH (:Instrument {key: $key})<-[:TEXT_OF]-(:Document)<-[:HOLDS]-(s:Source)
RETURN s.uri AS uri
