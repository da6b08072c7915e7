// Keeps what a member of staff decided.
// :params {id: "9f31c0aa52e1", properties: {kind: "RELATION", author: "lan", at: "2026-03-01T02:03:04.005Z", reason: "…", payload: "{…}", instruments: ["a", "b"]}}
CREATE (a:Assertion {id: $id})
SET a += $properties
