// The organs that issued instruments which have none, and where they sit. Of several spellings the first in the
// alphabet names the organ; the others are kept with what they were read of.
// :params {rows: [{id: "ban bi thu@central@", name: "Ban Bí thư", level: "central", place: null, issued: [{key: "43-KL/TW@2019-01-07", name: "Ban Bí thư"}]}]}
UNWIND $rows AS row
MERGE (a:Authority {id: row.id}) ON CREATE SET a.name = row.name, a.level = row.level
  ON MATCH SET a.name = CASE WHEN row.name < a.name THEN row.name ELSE a.name END
FOREACH (path IN CASE WHEN row.place IS NULL THEN [] ELSE [row.place] END |
  MERGE (p:Place {path: path})
  MERGE (a)-[:OF]->(p))
WITH a, row
UNWIND row.issued AS issued
MATCH (i:Instrument {key: issued.key})
CREATE (i)-[:ISSUED_BY {authority: row.id, name: issued.name}]->(a)
