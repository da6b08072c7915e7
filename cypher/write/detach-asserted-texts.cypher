// The texts are of no instrument for a while.
// :params {ids: ["839d…"]}
UNWIND $ids AS sha256
MATCH (:Document {sha256: sha256})-[r:TEXT_OF]->()
DELETE r
