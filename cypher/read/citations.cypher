// What an instrument's text cites, in order of appearance, a page at a time.
// :params {key: "unnumbered@6c28add34ca0", after: "", first: 21}
MATCH (:Instrument {key: $key})<-[:TEXT_OF]-(d:Document)-[:HAS_MENTION]->(m:Mention)
WHERE m.id > $after
RETURN m {.id, .text, .quote, .start, .end, .kind, .type, .number, .date, .issuer, .title, .provision, .relation,
  .rule, .confidence, .flags, .state, .reasons, target: m.key, source: d.name} AS mention
ORDER BY m.id
LIMIT $first
