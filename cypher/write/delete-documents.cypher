// The texts and their mentions go, as a whole.
// :params {shas: ["839d…"]}
UNWIND $shas AS sha256
MATCH (d:Document {sha256: sha256})
OPTIONAL MATCH (d)-[:HAS_MENTION]->(m:Mention)
DETACH DELETE m, d
