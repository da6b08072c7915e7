// What mentions might mean as well; none of it is there yet.
// :params {rows: [{mention: "839d:00004", candidates: [{key: "25-NQ/TW@2003-03-12", score: 0.5, reasons: ["TYPE_AGREES"]}]}]}
UNWIND $rows AS row
MATCH (m:Mention {id: row.mention})
UNWIND row.candidates AS candidate
MATCH (i:Instrument {key: candidate.key})
CREATE (m)-[:CANDIDATE {score: candidate.score, reasons: candidate.reasons}]->(i)
