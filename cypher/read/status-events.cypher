// All that is known to have happened to each instrument: curated events, and what texts state of it.
// :params {keys: ["290-QĐ/TW@2010-02-25"]}
UNWIND $keys AS key
MATCH (i:Instrument {key: key})
RETURN key,
  COLLECT {
    MATCH (e:Event)-[:ABOUT]->(i)
    RETURN e {.id, .kind, .effective, .by, .quote, .source, .confidence} ORDER BY e.id
  } AS events,
  COLLECT {
    MATCH (i)<-[r:REPLACES|REPEALS|AMENDS|SUSPENDS|CONTINUES]-(actor:Instrument)
    WITH r, actor, i ORDER BY actor.key LIMIT 50
    OPTIONAL MATCH (actor)<-[:TEXT_OF]-(d:Document)-[:HAS_MENTION]->(m:Mention {relation: type(r)})-[:REFERS_TO]->(i)
    WITH r, actor, i, d, m ORDER BY m.id
    WITH r, actor, i, collect({quote: m.quote, source: d.name})[0] AS own
    RETURN {
      relation: type(r), actor: actor.key, date: r.date, secondHand: r.secondHand,
      evidence: CASE WHEN own.quote IS NOT NULL THEN own ELSE head(COLLECT {
        MATCH (i)<-[:REFERS_TO]-(n:Mention {relation: type(r)})-[:RELATION_FROM]->(:Mention)-[:REFERS_TO]->(actor)
        MATCH (n)<-[:HAS_MENTION]-(x:Document)
        RETURN {quote: n.quote, source: x.name} ORDER BY n.id LIMIT 1
      }) END
    } ORDER BY actor.key, type(r)
  } AS stated
