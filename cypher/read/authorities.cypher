// The organs that issued the instruments, with their places.
// :params {keys: ["43-KL/TW@2019-01-07"]}
UNWIND $keys AS key
MATCH (:Instrument {key: key})-[:ISSUED_BY]->(a:Authority)
OPTIONAL MATCH (a)-[:OF]->(p:Place)
RETURN key, a {.id, .name, .level} AS authority, p {.path} AS place
ORDER BY key, authority.id
