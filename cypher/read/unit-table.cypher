// Which edition of a table of units the graph holds.
// :params {name: "shipped"}
MATCH (t:UnitTable {name: $name})
RETURN t.edition AS edition
