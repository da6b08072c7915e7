// A page of the nodes of one label in the order of their keys, each with the relationships that begin at it. {{label}}
// and {{key}} are spliced from the database's own constraints (dump-keys.cypher); $keys has the same for all labels.
// :params {after: "", first: 500, keys: {Instrument: "key", Document: "sha256"}}
MATCH (n:{{label}}) WHERE n.{{key}} > $after
WITH n ORDER BY n.{{key}} LIMIT $first
RETURN n.{{key}} AS key, properties(n) AS properties, COLLECT {
  MATCH (n)-[r]->(m)
  WITH r, m, head([label IN labels(m) WHERE $keys[label] IS NOT NULL]) AS label
  WHERE label IS NOT NULL
  RETURN [type(r), label, m[$keys[label]], properties(r)]
} AS relationships ORDER BY n.{{key}}
