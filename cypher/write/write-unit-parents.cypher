// Which unit lies in which.
// :params {dataset: "shipped", edition: "0f3a", rows: [{path: "ngoc-lac.thanh-hoa", parent: "thanh-hoa"}]}
UNWIND $rows AS row
MATCH (p:Place {path: row.path})
MATCH (upper:Place {path: row.parent})
MERGE (p)-[r:PART_OF]->(upper)
SET r.dataset = $dataset, r.edition = $edition
