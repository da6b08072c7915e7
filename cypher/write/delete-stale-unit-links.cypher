// What an earlier edition of a table said of units lying in and becoming others.
// :params {dataset: "shipped", edition: "0f3a"}
MATCH (:Place)-[r:PART_OF|MERGED_INTO]->(:Place)
WHERE r.dataset = $dataset AND r.edition <> $edition
DELETE r
