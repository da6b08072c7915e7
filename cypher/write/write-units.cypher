// Units of a table, in place of what it said of them before. A place that an organ named before becomes the unit.
// :params {dataset: "shipped", edition: "0f3a", rows: [{path: "thanh-hoa", properties: {name: "Thanh Hóa", kind: "tỉnh", level: "province"}}]}
UNWIND $rows AS row
MERGE (p:Place {path: row.path})
SET p += row.properties, p.dataset = $dataset, p.edition = $edition
