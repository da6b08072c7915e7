// What a mention might mean as well.
// :params {rows: [{mention: "839d:00004", key: "25-NQ/TW@2003-03-12", score: 0.5, reasons: ["TYPE_AGREES"]}]}
UNWIND $rows AS row
MATCH (m:Mention {id: row.mention})
MATCH (i:Instrument {key: row.key})
MERGE (m)-[c:CANDIDATE]->(i)
SET c.score = row.score, c.reasons = row.reasons
