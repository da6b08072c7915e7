// What mentions cannot mean any more, or not for the same reasons.
// :params {rows: [{mention: "839d:00004", keys: ["25-NQ/TW@2003-03-12"]}]}
UNWIND $rows AS row
MATCH (m:Mention {id: row.mention})-[c:CANDIDATE]->(i:Instrument)
WHERE i.key IN row.keys
DELETE c
