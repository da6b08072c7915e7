// A mention inside another's title, and the mention whose instrument does what the relation says.
// :params {rows: [{inner: "839d:00004", outer: "839d:00003", inside: true, doer: true}]}
UNWIND $rows AS row
MATCH (inner:Mention {id: row.inner})
MATCH (outer:Mention {id: row.outer})
FOREACH (_ IN CASE WHEN row.inside THEN [1] ELSE [] END | CREATE (inner)-[:INSIDE]->(outer))
FOREACH (_ IN CASE WHEN row.doer THEN [1] ELSE [] END | CREATE (inner)-[:RELATION_FROM]->(outer))
