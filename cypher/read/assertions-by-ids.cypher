// The assertions behind edges and events, in the order of their ids.
// :params {ids: ["9f31c0aa52e1"]}
UNWIND $ids AS id
MATCH (a:Assertion {id: id})
RETURN a {.id, .kind, .author, .at, .reason, .payload, .instruments, .withdrawnBy, .withdrawnAt, .withdrawReason} AS assertion
ORDER BY a.id
