// Every key of the API, the oldest first.
MATCH (k:Key)
RETURN k {.id, .name, .role, .hash, .created, .revoked} AS key
ORDER BY k.created, k.id
