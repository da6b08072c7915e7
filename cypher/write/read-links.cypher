// What the mentions say of whom: each link is one mention's relation, done by a document's instrument or by the
// instrument of another mention. Read before and after a change, the difference is what the edges owe.
// :params {mentions: ["839d046cad6a:00004"]}
UNWIND $mentions AS id
MATCH (m:Mention {id: id})
CALL (m) {
  WITH m WHERE NOT EXISTS { (m)-[:RELATION_FROM]->() }
  MATCH (m)<-[:HAS_MENTION]-(:Document)-[:TEXT_OF]->(own:Instrument)
  RETURN own.key AS from, null AS fromMention, m.key AS to, m.id AS toMention, m.relation AS relation
  UNION
  MATCH (m)-[:RELATION_FROM]->(o:Mention)
  RETURN o.key AS from, o.id AS fromMention, m.key AS to, m.id AS toMention, m.relation AS relation
  UNION
  MATCH (m)<-[:RELATION_FROM]-(n:Mention)
  RETURN m.key AS from, m.id AS fromMention, n.key AS to, n.id AS toMention, n.relation AS relation
  UNION
  MATCH (m)-[s:STATES]->(n:Mention)
  RETURN m.key AS from, m.id AS fromMention, n.key AS to, n.id AS toMention, s.relation AS relation
  UNION
  MATCH (n:Mention)-[s:STATES]->(m)
  RETURN n.key AS from, n.id AS fromMention, m.key AS to, m.id AS toMention, s.relation AS relation
}
RETURN DISTINCT from, fromMention, to, toMention, relation
