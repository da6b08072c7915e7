// Which version of a curated table the graph holds, and whether a user brought it.
// :params {name: "state-register", version: "9f86d081…", imported: false}
MERGE (d:Dataset {name: $name})
SET d.version = $version, d.imported = $imported
