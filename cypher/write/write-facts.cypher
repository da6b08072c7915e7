// What a curated table says of instruments themselves.
// :params {rows: [{home: "25-NQ/TW@2013-06-03", fact: {id: "facts\n25-NQ/TW@2013-06-03", key: "25-NQ/TW@2013-06-03", dataset: "facts", lookup: "25nqtw", title: "…"}}]}
UNWIND $rows AS row
MATCH (i:Instrument {key: row.home})
CREATE (f:Fact)-[:DESCRIBES]->(i)
SET f = row.fact
