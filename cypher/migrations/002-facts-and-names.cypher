// What curated tables say stands on nodes of its own, and instruments are looked up by name as well.
CREATE CONSTRAINT fact_id IF NOT EXISTS FOR (n:Fact) REQUIRE n.id IS UNIQUE;
CREATE INDEX fact_dataset IF NOT EXISTS FOR (n:Fact) ON (n.dataset);
CREATE INDEX fact_lookup IF NOT EXISTS FOR (n:Fact) ON (n.lookup);
CREATE INDEX fact_name IF NOT EXISTS FOR (n:Fact) ON (n.nameLookup);
CREATE INDEX instrument_name IF NOT EXISTS FOR (n:Instrument) ON (n.nameLookup);
// Mentions that state number and date, by the number under which tables are asked.
CREATE INDEX mention_stated_lookup IF NOT EXISTS FOR (n:Mention) ON (n.statedLookup);
DROP INDEX instrument_fact IF EXISTS;
MATCH (i:Instrument) WHERE i.factSource IS NOT NULL REMOVE i.factSource, i.factType, i.factTitle, i.factIssuer;
