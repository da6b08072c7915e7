// The organ that issued each instrument, and where it sits.
// :params {rows: [{key: "43-KL/TW@2019-01-07", id: "ban bi thu@central@", name: "Ban Bí thư", level: "central", place: null}]}
UNWIND $rows AS row
MATCH (i:Instrument {key: row.key})
MERGE (a:Authority {id: row.id}) ON CREATE SET a.name = row.name, a.level = row.level
MERGE (i)-[:ISSUED_BY]->(a)
FOREACH (path IN CASE WHEN row.place IS NULL THEN [] ELSE [row.place] END |
  MERGE (p:Place {path: path})
  MERGE (a)-[:OF]->(p))
