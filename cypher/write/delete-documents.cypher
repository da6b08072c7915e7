// The texts, their mentions and their clauses on force go, as a whole.
// :params {shas: ["839d…"]}
UNWIND $shas AS sha256
MATCH (d:Document {sha256: sha256})
OPTIONAL MATCH (d)-[:HAS_MENTION|STATES_EFFECT]->(part)
DETACH DELETE part, d
