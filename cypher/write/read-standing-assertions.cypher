// All that members of staff decided and did not withdraw. There are as many as people had time to write.
MATCH (a:Assertion)
WHERE a.withdrawnAt IS NULL
RETURN a {.id, .kind, .author, .at, .reason, .payload} AS assertion
ORDER BY a.id
