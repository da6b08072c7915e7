// Instruments of which only a number is known; one that is there already stays as it is.
// :params {rows: [{key: "60/2014/NĐ-CP", properties: {number: "60/2014/NĐ-CP"}}]}
UNWIND $rows AS row
MERGE (i:Instrument {key: row.key})
ON CREATE SET i += row.properties
