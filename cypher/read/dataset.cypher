// Which version of a curated table the graph holds.
// :params {name: "state-register"}
MATCH (d:Dataset {name: $name})
RETURN d.version AS version, d.imported AS imported
