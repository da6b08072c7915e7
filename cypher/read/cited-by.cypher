// Who cites an instrument, with the words, a page at a time.
// :params {key: "25-NQ/TW@2013-06-03", after: "", first: 21}
MATCH (:Instrument {key: $key})<-[:REFERS_TO]-(m:Mention)<-[:HAS_MENTION]-(d:Document)
WHERE m.id > $after
RETURN m {.id, .text, .quote, .start, .end, .kind, .type, .number, .date, .issuer, .title, .provision, .relation,
  .rule, .confidence, .flags, .state, .reasons, target: m.key, source: d.name} AS mention
ORDER BY m.id
LIMIT $first
