// All that one curated table said, before it is written anew. Returns the instruments that it spoke of, with the numbers
// and names under which it told of them.
// :params {dataset: "facts"}
CALL (*) {
  MATCH (f:Fact {dataset: $dataset})
  WITH f, f.key AS key, f.lookup AS lookup, f.nameLookup AS nameLookup
  DETACH DELETE f
  RETURN key, lookup, nameLookup
  UNION
  MATCH (e:Event {dataset: $dataset})-[:ABOUT|DONE_BY]->(i:Instrument)
  RETURN i.key AS key, null AS lookup, null AS nameLookup
}
RETURN DISTINCT key, lookup, nameLookup
