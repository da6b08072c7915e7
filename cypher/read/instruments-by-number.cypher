// Every instrument that bears one number, in any spelling: numbers are not identities.
// :params {numberKey: "25nqtw", after: null, first: 21, level: null, type: null, textHeld: null}
MATCH (i:Instrument {numberKey: $numberKey})
WHERE i.key > coalesce($after, '')
  AND ($level IS NULL OR i.level = $level)
  AND ($type IS NULL OR i.type = $type)
  AND ($textHeld IS NULL OR i.textHeld = $textHeld)
RETURN i {.key, .number, .date, .type, .title, .issuer, .level, .place, .textHeld, .fictional, .openMentions} AS instrument
ORDER BY i.key
LIMIT $first
