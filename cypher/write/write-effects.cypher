// What new texts say of force in time, of themselves or of an instrument that they cite. A mention of which a clause
// speaks is a TimedMention, so that the clauses on an instrument are found without reading all that cite it.
// :params {rows: [{document: "839d…", mention: null, properties: {id: "839d046cad6a:e000001", kind: "ENTERS_INTO_FORCE", date: "2023-07-01", text: "có hiệu lực thi hành từ ngày 01 tháng 7 năm 2023", start: 18, end: 66}}]}
UNWIND $rows AS row
MATCH (d:Document {sha256: row.document})
CREATE (d)-[:STATES_EFFECT]->(e:Effect)
SET e = row.properties
WITH e, row WHERE row.mention IS NOT NULL
MATCH (m:Mention {id: row.mention})
SET m:TimedMention
CREATE (e)-[:ON]->(m)
