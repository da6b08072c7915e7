// What mentions that their words do not settle say of what they mean.
// :params {mentions: ["839d046cad6a0000:000004"]}
UNWIND $mentions AS id
MATCH (m:Mention {id: id})
WHERE m.state IN ['PENDING', 'CONTRADICTED']
RETURN m {.id, .number, .type, .title, .lookup, .citedOn, .numberContradicted} AS mention
ORDER BY id
