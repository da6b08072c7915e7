// What a curated table says of instruments themselves.
// :params {rows: [{key: "25-NQ/TW@2013-06-03", type: "Nghị quyết", title: "…", issuer: "…"}], source: "facts"}
UNWIND $rows AS row
MATCH (i:Instrument {key: row.key})
SET i.factType = row.type, i.factTitle = row.title, i.factIssuer = row.issuer, i.factSource = $source
