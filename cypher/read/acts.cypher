// What each instrument did to others, by recorded events: whom it replaced, repealed, amended; the latest first, at most $most each.
// :params {keys: ["23-QĐ/TW@2021-07-30"], most: 50}
UNWIND $keys AS key
MATCH (i:Instrument {key: key})
CALL (i) {
  MATCH (i)<-[:DONE_BY]-(e:Event)-[:ABOUT]->(subject:Instrument)
  RETURN e, subject ORDER BY e.effective DESC, subject.key, e.id LIMIT $most
}
RETURN key, subject.key AS subject, e {.kind, .effective, .quote, .source, .confidence, .dataset} AS event
