// Texts by their sha256, or by a source that holds them.
// :params {names: ["/home/lan/plan.txt"]}
UNWIND $names AS name
CALL (name) {
  MATCH (d:Document {sha256: name}) RETURN d
  UNION
  MATCH (:Source {uri: name})-[:HOLDS]->(d:Document) RETURN d
}
MATCH (d)-[:TEXT_OF]->(i:Instrument)
RETURN name, d.sha256 AS sha256, i.key AS own
