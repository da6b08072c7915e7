// Which text each source holds, and in which file.
// :params {uris: ["/home/lan/plan.txt"]}
UNWIND $uris AS uri
MATCH (s:Source {uri: uri})-[:HOLDS]->(d:Document)
RETURN uri, d.sha256 AS sha256, s.fileSha256 AS fileSha256
