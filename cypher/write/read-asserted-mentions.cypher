// Mentions of which something else may be decided now: all of these texts, and those that mean one of these instruments
// by a key that is merged or parted.
// :params {shas: ["839d…"], homes: ["25-NQ/TW@2013-06-03"], keys: ["25-NQ/TW@2013-06-30"]}
CALL (*) {
  UNWIND $shas AS sha256
  MATCH (d:Document {sha256: sha256})-[:HAS_MENTION]->(m:Mention)
  RETURN d, m
  UNION
  UNWIND $homes AS home
  MATCH (:Instrument {key: home})<-[:REFERS_TO]-(m:Mention)<-[:HAS_MENTION]-(d:Document)
  WHERE m.statedKey IN $keys AND m.asserted IS NULL
  RETURN d, m
}
RETURN m {.id, .start, .end, .asserted, .stated, .statedKey, .statedLookup, .basis, .number, .date, .claimRank, .fictional,
  .lookup, .key, .state, .reasons, .type, .issuer, .title, .year, .citedOn, .citedFrom, .byName, .numberContradicted,
  .statedInDocument, .placeholder, sha256: d.sha256,
  candidates: COLLECT { MATCH (m)-[c:CANDIDATE]->(i:Instrument) RETURN c {.score, .reasons, key: i.key} }} AS mention
