// The instruments of one number, date and place, whatever else tells them apart: a key may lack that.
// :params {lookup: "182008qh12", date: "2008-06-03"}
MATCH (i:Instrument {lookup: $lookup})
WHERE i.date = $date
RETURN i.key AS key
ORDER BY key
