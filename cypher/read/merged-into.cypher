// The key that answers for one that staff merged into another.
// :params {key: "25-NQ/TW@2013-06-30"}
MATCH (l:Alias {key: $key})
RETURN l.into AS into
