// An assertion stands no more; that it did stays on record.
// :params {id: "9f31c0aa52e1", author: "lan", at: "2026-03-01T02:03:04.005Z", reason: "…"}
MATCH (a:Assertion {id: $id})
SET a.withdrawnBy = $author, a.withdrawnAt = $at, a.withdrawReason = $reason
