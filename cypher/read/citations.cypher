// What each instrument's text cites, in order of appearance, a page at a time.
// :params {keys: ["25-NQ/TW@2013-06-03"], after: "", first: 21}
UNWIND $keys AS key
RETURN key, COLLECT {
  MATCH (:Instrument {key: key})<-[:TEXT_OF]-(d:Document)-[:HAS_MENTION]->(m:Mention)
  WHERE m.id > $after
  WITH m, d ORDER BY m.id LIMIT $first
  RETURN m {.id, .text, .quote, .start, .end, .page, .pageOffset, .kind, .type, .number, .date, .issuer, .title,
    .provision, .relation, .rule, .confidence, .flags, .state, .reasons, .asserted, target: m.key, source: d.name,
    citing: head([(d)-[:TEXT_OF]->(by:Instrument) | by.key])}
} AS mentions
