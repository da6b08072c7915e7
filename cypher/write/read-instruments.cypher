// The instruments as they stand, with the rank of the words that their description was taken from.
// :params {keys: ["25-NQ/TW@2013-06-03"]}
UNWIND $keys AS key
MATCH (i:Instrument {key: key})
RETURN i {.key, .type, .title, .issuer, .typeRank, .titleRank, .issuerRank, .textHeld, .fictional} AS instrument
