// What members of staff decided.
CREATE CONSTRAINT assertion_id IF NOT EXISTS FOR (n:Assertion) REQUIRE n.id IS UNIQUE;
CREATE INDEX assertion_at IF NOT EXISTS FOR (n:Assertion) ON (n.at);
