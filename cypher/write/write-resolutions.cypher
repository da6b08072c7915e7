// How sure each mention is of what it means.
// :params {rows: [{mention: "839d:00004", key: null, state: "AMBIGUOUS", reasons: []}]}
UNWIND $rows AS row
MATCH (m:Mention {id: row.mention})
SET m.key = row.key, m.state = row.state, m.reasons = row.reasons
