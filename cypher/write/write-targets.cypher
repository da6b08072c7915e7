// Which instrument each new mention means.
// :params {rows: [{mention: "839d046cad6a:00004", key: "25-NQ/TW@2013-06-03"}]}
UNWIND $rows AS row
MATCH (m:Mention {id: row.mention})
MATCH (i:Instrument {key: row.key})
CREATE (m)-[:REFERS_TO]->(i)
