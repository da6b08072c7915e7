// All that a status is computed from, for each instrument: recorded events; the edges that texts state, gravest first,
// each with the days on which its doer is told to have entered into force; clauses on force in its own texts and, on
// it, in others'; what it guides; and for a mere number, who bears it.
// :params {keys: ["290-QĐ/TW@2010-02-25"]}
UNWIND $keys AS key
MATCH (i:Instrument {key: key})
RETURN key, i {.date, .type, .title, .level, .place} AS instrument,
  COLLECT {
    MATCH (e:Event)-[:ABOUT]->(i)
    RETURN e {.id, .kind, .effective, .quote, .source, .confidence, .dataset, by: COLLECT {
      UNWIND range(0, size(e.by) - 1) AS n
      OPTIONAL MATCH (merged:Alias {key: e.by[n]})
      RETURN coalesce(merged.into, e.by[n]) ORDER BY n
    }} AS event ORDER BY e.id
    UNION ALL
    // The register's day of entry into force, where no event tells one.
    MATCH (f:Fact)-[:DESCRIBES]->(i)
    WHERE f.registerIds IS NOT NULL AND f.effective IS NOT NULL
      AND NOT EXISTS { (:Event {kind: 'ENTERED_INTO_FORCE'})-[:ABOUT]->(i) }
    RETURN f {.id, .effective, .source, .dataset, kind: 'ENTERED_INTO_FORCE', by: [], quote: null, confidence: 'high'} AS event
  } AS events,
  COLLECT {
    MATCH (i)<-[r:REPEALS|REPLACES|SUSPENDS|AMENDS|CONTINUES]-(actor:Instrument)
    WITH r, actor, CASE type(r) WHEN 'REPEALS' THEN 0 WHEN 'REPLACES' THEN 1 WHEN 'SUSPENDS' THEN 2
      WHEN 'AMENDS' THEN 3 ELSE 4 END AS gravity
    ORDER BY gravity, actor.key LIMIT 50
    RETURN {relation: type(r), actor: actor.key, level: actor.level, date: r.date, secondHand: r.secondHand,
      assertions: r.assertions, entries: COLLECT {
        MATCH (e:Event {kind: 'ENTERED_INTO_FORCE'})-[:ABOUT]->(actor) WHERE e.effective IS NOT NULL
        RETURN {day: e.effective, dataset: e.dataset, confidence: e.confidence} ORDER BY e.id
      } + COLLECT {
        MATCH (f:Fact)-[:DESCRIBES]->(actor)
        WHERE f.registerIds IS NOT NULL AND f.effective IS NOT NULL
          AND NOT EXISTS { (:Event {kind: 'ENTERED_INTO_FORCE'})-[:ABOUT]->(actor) }
        RETURN {day: f.effective, dataset: f.dataset, confidence: 'high'}
      } + COLLECT {
        MATCH (actor)<-[:TEXT_OF]-(:Document)-[:STATES_EFFECT]->(x:Effect {kind: 'ENTERS_INTO_FORCE'})
        WHERE x.date IS NOT NULL AND NOT EXISTS { (x)-[:ON]->() }
        RETURN {day: x.date, dataset: null, confidence: 'medium'} ORDER BY x.id LIMIT 1
      }}
  } AS stated,
  COLLECT {
    MATCH (i)<-[:TEXT_OF]-(d:Document)-[:STATES_EFFECT]->(x:Effect)
    WHERE x.date IS NOT NULL AND NOT EXISTS { (x)-[:ON]->() }
    RETURN x {.kind, .date, .text, source: d.name} ORDER BY x.id LIMIT 50
  } AS own,
  COLLECT {
    MATCH (m:TimedMention {key: key})<-[:ON]-(x:Effect)<-[:STATES_EFFECT]-(d:Document)-[:TEXT_OF]->(actor:Instrument)
    WHERE x.date IS NOT NULL
    RETURN {kind: x.kind, date: x.date, actor: actor.key, level: actor.level, quote: m.quote, source: d.name,
      relation: m.relation, firstHand: NOT EXISTS { (m)-[:RELATION_FROM]->() }} ORDER BY x.id LIMIT 50
  } AS clauses,
  COLLECT { MATCH (i)-[:GUIDES]->(parent:Instrument) RETURN parent.key ORDER BY parent.key LIMIT 50 } AS guides,
  CASE WHEN i.date IS NULL AND i.lookup IS NOT NULL THEN COLLECT {
    MATCH (bearer:Instrument {lookup: i.lookup}) WHERE bearer.date IS NOT NULL
    RETURN bearer.key ORDER BY bearer.key LIMIT 50
  } ELSE [] END AS bearers
ORDER BY key
