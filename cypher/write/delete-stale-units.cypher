// Units of an earlier edition of a table: they go, unless an organ sits there; then only what the table said of them.
// :params {dataset: "shipped", edition: "0f3a"}
MATCH (p:Place {dataset: $dataset})
WHERE p.edition <> $edition
SET p = {path: p.path}
WITH p WHERE NOT EXISTS { (:Authority)-[:OF]->(p) }
DETACH DELETE p
