// Closes a key for good; it stays, so that the list tells of it.
// :params {id: "0a1b2c3d4e5f", now: "2026-01-01T00:00:00.000Z"}
MATCH (k:Key {id: $id})
WHERE k.revoked IS NULL
SET k.revoked = $now
RETURN k.id AS id
