// Adds to (or takes from) the edges of one relation what mentions say; an edge that neither a mention nor an
// assertion says any more goes.
// {{relation}} is spliced from the list of relations. firstHand counts what the citing instrument's own text says.
// :params {rows: [{from: "a", to: "b", mentions: 1, firstHand: 1}]}
UNWIND $rows AS row
MATCH (a:Instrument {key: row.from})
MATCH (b:Instrument {key: row.to})
MERGE (a)-[r:{{relation}}]->(b)
SET r.mentions = coalesce(r.mentions, 0) + row.mentions,
  r.firstHand = coalesce(r.firstHand, 0) + row.firstHand,
  r.date = a.date, r.targetDate = b.date
SET r.secondHand = r.firstHand = 0 AND r.assertions IS NULL
WITH r WHERE r.mentions <= 0 AND r.assertions IS NULL
DELETE r
