// How many citations in the instruments' own texts the words do not settle.
// :params {keys: ["unnumbered@6c28add34ca0"]}
UNWIND $keys AS key
MATCH (i:Instrument {key: key})
SET i.openMentions = COUNT { (i)<-[:TEXT_OF]-(:Document)-[:HAS_MENTION]->(m:Mention) WHERE m.state <> 'RESOLVED' }
