// Instruments that nothing speaks of any more, and organs and places that are left without any.
// :params {keys: ["25-NQ/TW@2013-06-03"]}
UNWIND $keys AS key
MATCH (i:Instrument {key: key})
OPTIONAL MATCH (i)-[:ISSUED_BY]->(a:Authority)
DETACH DELETE i
WITH DISTINCT a WHERE a IS NOT NULL AND NOT EXISTS { (:Instrument)-[:ISSUED_BY]->(a) }
OPTIONAL MATCH (a)-[:OF]->(p:Place)
DETACH DELETE a
WITH DISTINCT p WHERE p IS NOT NULL AND NOT EXISTS { (:Authority)-[:OF]->(p) }
DETACH DELETE p
