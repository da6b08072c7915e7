// Instruments that nothing speaks of any more go, with what members of staff recorded of them: no other event is left.
// :params {keys: ["25-NQ/TW@2013-06-03"]}
UNWIND $keys AS key
MATCH (i:Instrument {key: key})
OPTIONAL MATCH (e:Event)-[:ABOUT]->(i)
DETACH DELETE e, i
