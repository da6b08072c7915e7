// Texts that may be another instrument's now: these, and those of these instruments whose own key is merged or parted.
// :params {shas: ["839d…"], homes: ["25-NQ/TW@2013-06-03"], keys: ["25-NQ/TW@2013-06-30"]}
CALL (*) {
  UNWIND $shas AS sha256
  MATCH (d:Document {sha256: sha256})-[:TEXT_OF]->(i:Instrument)
  RETURN d, i
  UNION
  UNWIND $homes AS home
  MATCH (d:Document)-[:TEXT_OF]->(i:Instrument {key: home})
  WHERE d.ownKey IN $keys
  RETURN d, i
}
RETURN d {.sha256, .ownKey, .claimRank, .fictional, .type, .number, .date, .issuer, .title, .place, .level, own: i.key,
  mentions: COLLECT { MATCH (d)-[:HAS_MENTION]->(m:Mention) RETURN m.id }} AS text
