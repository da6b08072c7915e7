// Who read each text that the graph holds, and what was said of it then.
// :params {shas: ["839d…"]}
UNWIND $shas AS sha256
MATCH (d:Document {sha256: sha256})
RETURN sha256, d.extractor AS extractor, d.place AS place, d.fictional AS fictional
