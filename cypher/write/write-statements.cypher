// Relations that a text states between two instruments that it cites.
// :params {rows: [{from: "839d:00004", to: "839d:00003", relation: "AMENDS", text: "được sửa đổi, bổ sung bởi"}]}
UNWIND $rows AS row
MATCH (a:Mention {id: row.from})
MATCH (b:Mention {id: row.to})
CREATE (a)-[:STATES {relation: row.relation, text: row.text}]->(b)
