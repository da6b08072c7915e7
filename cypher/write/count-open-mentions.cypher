// How many citations in the instruments' own texts the words do not settle; nothing where there is no text.
// :params {keys: ["unnumbered@6c28add34ca0"]}
UNWIND $keys AS key
MATCH (i:Instrument {key: key})
SET i.openMentions = CASE WHEN EXISTS { (i)<-[:TEXT_OF]-(:Document) } THEN
  COUNT { (i)<-[:TEXT_OF]-(:Document)-[:HAS_MENTION]->(m:Mention) WHERE m.state <> 'RESOLVED' } END
