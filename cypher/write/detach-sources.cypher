// The sources let go of the texts that they hold; a text that others hold takes its name from them. Returns texts that
// no source holds any more.
// :params {uris: ["/home/lan/plan.txt"]}
UNWIND $uris AS uri
MATCH (s:Source {uri: uri})-[:HOLDS]->(d:Document)
DETACH DELETE s
WITH DISTINCT d
OPTIONAL MATCH (left:Source)-[:HOLDS]->(d)
WITH d, min(left.name) AS name
SET d.name = coalesce(name, d.name)
WITH d, name WHERE name IS NULL
RETURN d.sha256 AS sha256 ORDER BY sha256
