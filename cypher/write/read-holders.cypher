// The sources that hold these texts.
// :params {shas: ["839d…"]}
UNWIND $shas AS sha256
MATCH (s:Source)-[:HOLDS]->(:Document {sha256: sha256})
RETURN s.uri AS uri, sha256, s.fileSha256 AS fileSha256
