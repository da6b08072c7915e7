// One assertion, standing or withdrawn.
// :params {id: "9f31c0aa52e1"}
MATCH (a:Assertion {id: $id})
RETURN a {.id, .kind, .author, .at, .reason, .payload, .withdrawnBy, .withdrawnAt, .withdrawReason} AS assertion
