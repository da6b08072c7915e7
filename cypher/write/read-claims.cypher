// Every word from which an instrument's description may be taken: headers of its texts, facts, and mentions that
// state it in full.
// :params {keys: ["25-NQ/TW@2013-06-03"]}
UNWIND $keys AS key
MATCH (i:Instrument {key: key})
CALL (i) {
  MATCH (d:Document)-[:TEXT_OF]->(i)
  RETURN d.claimRank AS rank, d.type AS type, d.title AS title, d.issuer AS issuer,
    d.fictional AS fictional, true AS textHeld
  UNION ALL
  MATCH (f:Fact)-[:DESCRIBES]->(i)
  RETURN '1:' + f.dataset + CASE WHEN f.key = i.key THEN '' ELSE '~' + f.key END AS rank, f.type AS type, f.title AS title, f.issuer AS issuer,
    false AS fictional, false AS textHeld
  UNION ALL
  MATCH (i)<-[:REFERS_TO]-(m:Mention {stated: true})
  RETURN m.claimRank AS rank, m.type AS type, m.title AS title, m.issuer AS issuer,
    m.fictional AS fictional, false AS textHeld
}
RETURN key, rank, type, title, issuer, fictional, textHeld
