// A key of the API: who it is for, and the hash by which it is known again.
// :params {id: "0a1b2c3d4e5f", name: "Văn phòng", role: "reader", hash: "…", created: "2026-01-01T00:00:00.000Z"}
CREATE (k:Key {id: $id, name: $name, role: $role, hash: $hash, created: $created})
