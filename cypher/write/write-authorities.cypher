// The organs that issued instruments which have none, and where they sit.
// :params {rows: [{id: "ban bi thu@central@", name: "Ban Bí thư", level: "central", place: null, keys: ["43-KL/TW@2019-01-07"]}]}
UNWIND $rows AS row
MERGE (a:Authority {id: row.id}) ON CREATE SET a.name = row.name, a.level = row.level
FOREACH (path IN CASE WHEN row.place IS NULL THEN [] ELSE [row.place] END |
  MERGE (p:Place {path: path})
  MERGE (a)-[:OF]->(p))
WITH a, row
UNWIND row.keys AS key
MATCH (i:Instrument {key: key})
CREATE (i)-[:ISSUED_BY]->(a)
