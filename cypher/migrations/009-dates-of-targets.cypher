// Each edge knows the date of what it leads to as well: a trace as of a day leaves out what was not there yet.
MATCH (:Instrument)-[r:BASED_ON]->(b:Instrument) SET r.targetDate = b.date;
MATCH (:Instrument)-[r:IMPLEMENTS]->(b:Instrument) SET r.targetDate = b.date;
MATCH (:Instrument)-[r:CONTINUES]->(b:Instrument) SET r.targetDate = b.date;
MATCH (:Instrument)-[r:REVIEWS]->(b:Instrument) SET r.targetDate = b.date;
MATCH (:Instrument)-[r:AMENDS]->(b:Instrument) SET r.targetDate = b.date;
MATCH (:Instrument)-[r:REPLACES]->(b:Instrument) SET r.targetDate = b.date;
MATCH (:Instrument)-[r:REPEALS]->(b:Instrument) SET r.targetDate = b.date;
MATCH (:Instrument)-[r:SUSPENDS]->(b:Instrument) SET r.targetDate = b.date;
MATCH (:Instrument)-[r:CORRECTS]->(b:Instrument) SET r.targetDate = b.date;
MATCH (:Instrument)-[r:GUIDES]->(b:Instrument) SET r.targetDate = b.date;
MATCH (:Instrument)-[r:PROMULGATES]->(b:Instrument) SET r.targetDate = b.date;
MATCH (:Instrument)-[r:PROPOSED_BY]->(b:Instrument) SET r.targetDate = b.date;
MATCH (:Instrument)-[r:COORDINATES]->(b:Instrument) SET r.targetDate = b.date;
MATCH (:Instrument)-[r:ACCORDING_TO]->(b:Instrument) SET r.targetDate = b.date;
MATCH (:Instrument)-[r:CITES]->(b:Instrument) SET r.targetDate = b.date;
