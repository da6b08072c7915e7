// Of which instruments tables say it now.
// :params {rows: [{id: "facts\n25-NQ/TW@2013-06-30", home: "25-NQ/TW@2013-06-03"}]}
UNWIND $rows AS row
MATCH (f:Fact {id: row.id})
MATCH (i:Instrument {key: row.home})
CREATE (f)-[:DESCRIBES]->(i)
