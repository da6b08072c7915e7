// The words behind an edge: the mentions that say what `from` does to `to`.
// :params {edges: [{from: "a", to: "b", relation: "IMPLEMENTS"}], first: 3}
UNWIND range(0, size($edges) - 1) AS position
WITH position, $edges[position] AS edge
CALL (edge) {
  MATCH (a:Instrument {key: edge.from})<-[:TEXT_OF]-(d:Document)-[:HAS_MENTION]->(m:Mention {relation: edge.relation})
  WHERE NOT EXISTS { (m)-[:RELATION_FROM]->() } AND EXISTS { (m)-[:REFERS_TO]->(:Instrument {key: edge.to}) }
  RETURN m, d ORDER BY m.id LIMIT $first
  UNION
  MATCH (a:Instrument {key: edge.from})<-[:REFERS_TO]-(:Mention)<-[:RELATION_FROM]-(m:Mention {relation: edge.relation})
    -[:REFERS_TO]->(:Instrument {key: edge.to})
  MATCH (d:Document)-[:HAS_MENTION]->(m)
  RETURN m, d ORDER BY m.id LIMIT $first
  UNION
  MATCH (a:Instrument {key: edge.from})<-[:REFERS_TO]-(:Mention)-[:STATES {relation: edge.relation}]->(m:Mention)
    -[:REFERS_TO]->(:Instrument {key: edge.to})
  MATCH (d:Document)-[:HAS_MENTION]->(m)
  RETURN m, d ORDER BY m.id LIMIT $first
}
RETURN position, collect({mention: m.id, text: m.text, provision: m.provision, quote: m.quote, source: d.name})[0..$first] AS evidence
ORDER BY position
