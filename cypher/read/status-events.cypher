// All that is known to have happened to each instrument: curated events, and the edges that texts state, gravest first.
// :params {keys: ["290-QĐ/TW@2010-02-25"]}
UNWIND $keys AS key
MATCH (i:Instrument {key: key})
RETURN key, i.date AS date,
  COLLECT {
    MATCH (e:Event)-[:ABOUT]->(i)
    RETURN e {.id, .kind, .effective, .by, .quote, .source, .confidence} ORDER BY e.id
  } AS events,
  COLLECT {
    MATCH (i)<-[r:REPEALS|REPLACES|SUSPENDS|AMENDS|CONTINUES]-(actor:Instrument)
    WITH r, actor, CASE type(r) WHEN 'REPEALS' THEN 0 WHEN 'REPLACES' THEN 1 WHEN 'SUSPENDS' THEN 2
      WHEN 'AMENDS' THEN 3 ELSE 4 END AS gravity
    RETURN {relation: type(r), actor: actor.key, date: r.date, secondHand: r.secondHand, assertions: r.assertions}
    ORDER BY gravity, actor.key LIMIT 50
  } AS stated
