// The sources let go of the texts that they hold. Returns texts that no source holds any more.
// :params {uris: ["/home/lan/plan.txt"]}
UNWIND $uris AS uri
MATCH (s:Source {uri: uri})-[:HOLDS]->(d:Document)
DETACH DELETE s
WITH DISTINCT d WHERE NOT EXISTS { (:Source)-[:HOLDS]->(d) }
RETURN d.sha256 AS sha256 ORDER BY sha256
