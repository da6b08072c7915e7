// Edges of one relation where there can be none yet: one end is new. {{relation}} is spliced from the list of relations.
// :params {rows: [{from: "a", to: "b", mentions: 1, firstHand: 1}]}
UNWIND $rows AS row
MATCH (a:Instrument {key: row.from})
MATCH (b:Instrument {key: row.to})
CREATE (a)-[:{{relation}} {mentions: row.mentions, firstHand: row.firstHand, secondHand: row.firstHand = 0, date: a.date, targetDate: b.date}]->(b)
