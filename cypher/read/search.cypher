// Instruments whose number, title, type, issuer or place hold the words, best first.
// A number typed in any spelling wins over words, one whose beginning was typed as well; of those that bear it, the ones whose date
// nobody tells come last. $lucene is escaped and built by the store.
// :params {lucene: "+dan +van", numberKey: null, numberPrefix: null, skip: 0, first: 6}
CALL (*) {
  MATCH (i:Instrument {numberKey: $numberKey}) RETURN i, 1000.0 AS score
  UNION
  MATCH (i:Instrument) WHERE i.numberKey STARTS WITH $numberPrefix
  RETURN i, 500.0 AS score ORDER BY i.date IS NULL, i.date DESC, i.key LIMIT $skip + $first
  UNION
  WITH * WHERE $lucene <> ''
  CALL db.index.fulltext.queryNodes('instrument_search', $lucene, {limit: $skip + $first}) YIELD node, score
  RETURN node AS i, score
}
WITH i, max(score) AS score
RETURN i {.key, .number, .date, .type, .title, .issuer, .level, .place, .textHeld, .fictional, .openMentions} AS instrument, score
ORDER BY score DESC, i.date IS NULL, i.textHeld DESC, i.date DESC, i.key
SKIP $skip LIMIT $first
