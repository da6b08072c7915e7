// All that one curated table said, before it is written anew. Returns the instruments that it spoke of.
// :params {dataset: "facts"}
CALL (*) {
  MATCH (i:Instrument {factSource: $dataset})
  REMOVE i.factSource, i.factType, i.factTitle, i.factIssuer
  RETURN i.key AS key
  UNION
  MATCH (e:Event {dataset: $dataset})-[:ABOUT|DONE_BY]->(i:Instrument)
  RETURN i.key AS key
}
RETURN DISTINCT key
