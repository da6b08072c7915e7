// Instruments that are not in the graph yet, with their derived description.
// :params {rows: [{key: "25-NQ/TW@2013-06-03", properties: {number: "25-NQ/TW"}}]}
UNWIND $rows AS row
CREATE (i:Instrument {key: row.key})
SET i += row.properties
