// The date of the text in which each mention stands; for a text without one, the latest date that it cites, which it
// cannot precede.
// :params {mentions: ["839d046cad6a:00004"]}
MATCH (m:Mention) WHERE m.id IN $mentions
MATCH (d:Document)-[:HAS_MENTION]->(m)
WITH d, collect(m.id) AS ids
OPTIONAL MATCH (d)-[:HAS_MENTION]->(cited:Mention) WHERE d.date IS NULL AND cited.date IS NOT NULL
WITH d, ids, max(cited.date) AS notBefore
RETURN ids, d.date AS date, notBefore ORDER BY d.sha256
