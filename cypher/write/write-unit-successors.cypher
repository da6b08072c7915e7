// Which unit became which, as one table says; another may say the same.
// :params {dataset: "shipped", edition: "0f3a", rows: [{from: "binh-dinh", into: "gia-lai"}]}
UNWIND $rows AS row
MATCH (p:Place {path: row.from})
MATCH (next:Place {path: row.into})
MERGE (p)-[r:MERGED_INTO {dataset: $dataset}]->(next)
SET r.edition = $edition
