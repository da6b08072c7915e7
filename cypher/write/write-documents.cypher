// New texts, each with the instrument that it is the text of, its mentions, and which instrument each mention means.
// :params {rows: [{sha256: "839d…", own: "unnumbered@839d046cad6a", properties: {name: "plan.txt"}, mentions: [{id: "839d046cad6a:00004", key: "25-NQ/TW@2013-06-03"}]}]}
UNWIND $rows AS row
MATCH (own:Instrument {key: row.own})
CREATE (d:Document {sha256: row.sha256})
SET d += row.properties
CREATE (d)-[:TEXT_OF]->(own)
WITH d, row
UNWIND row.mentions AS mention
CREATE (d)-[:HAS_MENTION]->(m:Mention)
SET m = mention
WITH m, mention WHERE mention.key IS NOT NULL
MATCH (i:Instrument {key: mention.key})
CREATE (m)-[:REFERS_TO]->(i)
