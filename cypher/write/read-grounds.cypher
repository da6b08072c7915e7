// What an instrument stands on: a text of it, a mention that states it in full, a fact, an event of a table. Without
// any, it goes; what members of staff recorded of it waits until it comes again.
// :params {keys: ["25-NQ/TW@2013-06-03"]}
UNWIND $keys AS key
MATCH (i:Instrument {key: key})
RETURN key,
  EXISTS { (:Document)-[:TEXT_OF]->(i) } OR EXISTS { (:Fact)-[:DESCRIBES]->(i) }
    OR EXISTS { (e:Event)-[:ABOUT|DONE_BY]->(i) WHERE NOT e.dataset STARTS WITH 'assertion:' }
    OR EXISTS { (i)<-[:REFERS_TO]-(:Mention {stated: true}) } AS grounded,
  EXISTS { (i)<-[:REFERS_TO]-(:Mention) } AS meant,
  EXISTS { (:Document)-[:TEXT_OF]->(i) } AS textHeld
