// What the register of codified instruments has of each: its ids there, and the editions that list it.
// :params {keys: ["102/2016/QH13@2016-04-05"]}
UNWIND $keys AS key
MATCH (f:Fact)-[:DESCRIBES]->(:Instrument {key: key})
WHERE f.registerIds IS NOT NULL
RETURN key, f.registerIds AS ids, f.registerEditions AS editions, f.effective AS inForceFrom, f.source AS source
