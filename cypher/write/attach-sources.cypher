// The sources hold these texts. A text's name is the first in the alphabet of its sources' names.
// :params {rows: [{uri: "/home/lan/plan.txt", sha256: "839d…", name: "plan.txt", fileSha256: "839d…"}]}
UNWIND $rows AS row
MATCH (d:Document {sha256: row.sha256})
MERGE (s:Source {uri: row.uri}) SET s.name = row.name, s.fileSha256 = row.fileSha256
MERGE (s)-[:HOLDS]->(d)
WITH DISTINCT d
MATCH (s:Source)-[:HOLDS]->(d)
WITH d, min(s.name) AS name
SET d.name = name
