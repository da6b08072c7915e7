// Instruments that nothing speaks of any more go.
// :params {keys: ["25-NQ/TW@2013-06-03"]}
UNWIND $keys AS key
MATCH (i:Instrument {key: key})
DETACH DELETE i
