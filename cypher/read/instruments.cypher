// Instruments in the order of their keys, a page at a time, filtered.
// :params {after: null, first: 21, level: "central", type: null, numberKey: null, textHeld: null}
MATCH (i:Instrument)
WHERE i.key > coalesce($after, '')
  AND ($level IS NULL OR i.level = $level)
  AND ($type IS NULL OR i.type = $type)
  AND ($textHeld IS NULL OR i.textHeld = $textHeld)
RETURN i {.key, .number, .date, .type, .title, .issuer, .level, .place, .textHeld, .fictional, .openMentions} AS instrument
ORDER BY i.key
LIMIT $first
