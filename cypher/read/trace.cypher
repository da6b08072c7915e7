// Where does an instrument come from (UP: what it rests on), or what rests on it (DOWN)?
// One row: each instrument once, with its least number of steps, and the edges between. Spliced from
// validated constants: {{out}} the path's pattern, {{edges}} the edges of a node. $limit bounds the nodes.
// The path is used in nothing but min(length(p)) and all(r IN rs …): the planner then visits each node once
// (VarLengthExpand(Pruning,BFS)), and cycles are harmless.
// :params {key: "62/KH-UBND@2022-03-22@ngoc-lac.thanh-hoa", asOf: null, limit: 2000}
MATCH p = (s:Instrument {key: $key}){{out}}
{{where}}
WITH t, min(length(p)) AS depth
ORDER BY depth, t.key
LIMIT $limit
RETURN collect([
  t.key, depth, t.number, t.date, t.type, t.title, t.issuer, t.level, t.place,
  t.textHeld, t.fictional, t.openMentions,
  COLLECT { {{edges}} }
]) AS nodes
