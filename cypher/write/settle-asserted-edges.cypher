// Which assertions an edge of one relation stands on, beside its mentions; an edge that nothing says any more goes.
// Only between instruments that are there. {{relation}} is spliced from the list of relations.
// :params {rows: [{from: "a", to: "b", assertions: ["9f31c0aa52e1"]}]}
UNWIND $rows AS row
MATCH (a:Instrument {key: row.from})
MATCH (b:Instrument {key: row.to})
MERGE (a)-[r:{{relation}}]->(b)
SET r.mentions = coalesce(r.mentions, 0.0),
  r.firstHand = coalesce(r.firstHand, 0.0),
  r.date = a.date, r.targetDate = b.date,
  r.assertions = CASE WHEN size(row.assertions) > 0 THEN row.assertions END
SET r.secondHand = r.firstHand = 0 AND r.assertions IS NULL
WITH r WHERE r.mentions <= 0 AND r.assertions IS NULL
DELETE r
