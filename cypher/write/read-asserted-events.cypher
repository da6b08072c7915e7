// Events of tables that tell of keys which are merged or parted, or of what these did.
// :params {homes: ["25-NQ/TW@2013-06-03"], keys: ["25-NQ/TW@2013-06-30"]}
UNWIND $homes AS home
MATCH (e:Event)-[:ABOUT|DONE_BY]->(:Instrument {key: home})
WHERE NOT e.dataset STARTS WITH 'assertion:' AND (e.about IN $keys OR any(key IN e.by WHERE key IN $keys))
WITH DISTINCT e
RETURN e {.id, .about, .by} AS event
