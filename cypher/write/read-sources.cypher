// Which text each source holds.
// :params {uris: ["/home/lan/plan.txt"]}
UNWIND $uris AS uri
MATCH (:Source {uri: uri})-[:HOLDS]->(d:Document)
RETURN uri, d.sha256 AS sha256
