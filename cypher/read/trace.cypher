// Where does an instrument come from (UP: what it rests on), or what rests on it (DOWN)?
// One row: each instrument once, with its least number of steps, the edges between, and the citations in its text that
// the words do not settle. Spliced from validated constants: {{out}} the path's pattern, {{edges}} the edges of a node.
// $limit bounds the nodes. The path is used in nothing but min(length(p)) and all(r IN rs …): the planner then visits
// each node once (VarLengthExpand(Pruning,BFS)), and cycles are harmless.
// :params {key: "62/KH-UBND@2022-03-22@ngoc-lac.thanh-hoa", asOf: null, limit: 2000, open: 100}
MATCH p = (s:Instrument {key: $key}){{out}}
{{where}}
WITH t, min(length(p)) AS depth
ORDER BY depth, t.key
LIMIT $limit
RETURN collect([
  t.key, depth, t.number, t.date, t.type, t.title, t.issuer, t.level, t.place,
  t.textHeld, t.fictional, t.openMentions,
  COLLECT { {{edges}} },
  CASE WHEN t.openMentions > 0 THEN COLLECT {
    MATCH (t)<-[:TEXT_OF]-(:Document)-[:HAS_MENTION]->(m:Mention)
    WHERE m.state <> 'RESOLVED'
    WITH m ORDER BY m.id LIMIT $open
    RETURN [m.id, m.state, m.text, m.quote]
  } END
]) AS nodes
