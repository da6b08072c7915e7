// What tables say of keys that are merged or parted, and of which instrument it is said now.
// :params {homes: ["25-NQ/TW@2013-06-03"], keys: ["25-NQ/TW@2013-06-30"]}
UNWIND $homes AS home
MATCH (f:Fact)-[:DESCRIBES]->(:Instrument {key: home})
WHERE f.key IN $keys
RETURN f {.id, .dataset, .key, .type, .title, .issuer, home: home} AS fact
