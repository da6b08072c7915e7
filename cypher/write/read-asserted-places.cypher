// Where mentions stand, what they mean, and which assertion said so.
// :params {ids: ["839d:000004"]}
UNWIND $ids AS id
MATCH (m:Mention {id: id})<-[:HAS_MENTION]-(d:Document)
RETURN m {.id, .start, .end, .text, .key, .asserted, sha256: d.sha256} AS mention
