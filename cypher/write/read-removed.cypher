// What goes with these texts: their instruments, and the instruments that their mentions mean.
// :params {shas: ["839d…"]}
UNWIND $shas AS sha256
MATCH (d:Document {sha256: sha256})-[:TEXT_OF]->(own:Instrument)
RETURN sha256, own.key AS own, COLLECT { MATCH (d)-[:HAS_MENTION]->(m:Mention) RETURN m {.id, .key, .claimRank, .fictional} } AS mentions
