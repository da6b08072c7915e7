// Clauses on force are found by the instrument that their mention means.
CREATE CONSTRAINT effect_id IF NOT EXISTS FOR (n:Effect) REQUIRE n.id IS UNIQUE;
CREATE INDEX timed_mention_key IF NOT EXISTS FOR (n:TimedMention) ON (n.key);
