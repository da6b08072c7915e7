// Organs that issued nothing any more go, with places that are left without any organ and stand in no table of units;
// the others are named by the first spelling in the alphabet that is left. The index finds it, however much the organ
// issued.
// :params {ids: ["ban bi thu@central@"]}
UNWIND $ids AS id
MATCH (a:Authority {id: id})
CALL (a) {
  MATCH ()-[r:ISSUED_BY]->()
  WHERE r.authority = a.id AND r.name IS NOT NULL
  WITH r.name AS name ORDER BY r.authority, r.name LIMIT 1
  RETURN min(name) AS name
}
SET a.name = coalesce(name, a.name)
WITH a, name WHERE name IS NULL
OPTIONAL MATCH (a)-[:OF]->(p:Place)
DETACH DELETE a
WITH DISTINCT p WHERE p IS NOT NULL AND p.dataset IS NULL AND NOT EXISTS { (:Authority)-[:OF]->(p) }
DETACH DELETE p
