// The events of one curated table go.
// :params {dataset: "facts"}
MATCH (e:Event {dataset: $dataset})
DETACH DELETE e
