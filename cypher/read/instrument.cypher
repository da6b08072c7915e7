// One instrument by its key.
// :params {keys: ["25-NQ/TW@2013-06-03"]}
UNWIND $keys AS key
MATCH (i:Instrument {key: key})
RETURN i {.key, .number, .date, .type, .title, .issuer, .level, .place, .textHeld, .fictional, .openMentions} AS instrument
ORDER BY key
