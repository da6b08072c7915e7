// Notes the edition of a table of units.
// :params {name: "shipped", edition: "0f3a"}
MERGE (t:UnitTable {name: $name})
SET t.edition = $edition
