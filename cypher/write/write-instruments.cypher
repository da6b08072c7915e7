// Instruments that the graph knows, with their derived description as it is now.
// :params {rows: [{key: "25-NQ/TW@2013-06-03", properties: {number: "25-NQ/TW"}}]}
UNWIND $rows AS row
MATCH (i:Instrument {key: row.key})
SET i += row.properties
