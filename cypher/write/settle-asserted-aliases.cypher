// Keys that staff merged into others, with the key that answers for them; those merged no more go.
// :params {rows: [{key: "25-NQ/TW@2013-06-30", into: "25-NQ/TW@2013-06-03"}]}
UNWIND $rows AS row
MERGE (l:Alias {key: row.key})
SET l.into = row.into
WITH l WHERE l.into IS NULL
DELETE l
