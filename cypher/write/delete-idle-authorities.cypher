// Organs that issued nothing any more go, and places that are left without any organ.
// :params {ids: ["ban bi thu@central@"]}
UNWIND $ids AS id
MATCH (a:Authority {id: id})
WHERE NOT EXISTS { (:Instrument)-[:ISSUED_BY]->(a) }
OPTIONAL MATCH (a)-[:OF]->(p:Place)
DETACH DELETE a
WITH DISTINCT p WHERE p IS NOT NULL AND NOT EXISTS { (:Authority)-[:OF]->(p) }
DETACH DELETE p
