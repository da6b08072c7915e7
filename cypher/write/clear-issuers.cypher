// Instruments that are described anew lose their organs. Returns those organs: they may be left without any, or be
// named after a spelling that is gone.
// :params {keys: ["43-KL/TW@2019-01-07"]}
UNWIND $keys AS key
MATCH (:Instrument {key: key})-[r:ISSUED_BY]->(a:Authority)
DELETE r
RETURN DISTINCT a.id AS id
