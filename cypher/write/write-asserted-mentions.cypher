// Which assertion says what each mention means, if any; and whether it vouches for what it means.
// :params {rows: [{id: "839d:000004", asserted: "9f31c0aa52e1", stated: true}]}
UNWIND $rows AS row
MATCH (m:Mention {id: row.id})
SET m.asserted = row.asserted, m.stated = row.stated
