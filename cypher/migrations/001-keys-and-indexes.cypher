// What must be unique, and what is looked up. Statements are parted by a semicolon at the end of a line.
CREATE CONSTRAINT instrument_key IF NOT EXISTS FOR (n:Instrument) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT document_sha256 IF NOT EXISTS FOR (n:Document) REQUIRE n.sha256 IS UNIQUE;
CREATE CONSTRAINT source_uri IF NOT EXISTS FOR (n:Source) REQUIRE n.uri IS UNIQUE;
CREATE CONSTRAINT mention_id IF NOT EXISTS FOR (n:Mention) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT event_id IF NOT EXISTS FOR (n:Event) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT authority_id IF NOT EXISTS FOR (n:Authority) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT place_path IF NOT EXISTS FOR (n:Place) REQUIRE n.path IS UNIQUE;
CREATE CONSTRAINT write_lock IF NOT EXISTS FOR (n:WriteLock) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT migration_version IF NOT EXISTS FOR (n:Migration) REQUIRE n.version IS UNIQUE;
// Every instrument of one number, in any spelling.
CREATE INDEX instrument_number IF NOT EXISTS FOR (n:Instrument) ON (n.numberKey);
// Every dated instrument that an undated mention of a number may mean, within one jurisdiction.
CREATE INDEX instrument_lookup IF NOT EXISTS FOR (n:Instrument) ON (n.lookup);
CREATE INDEX instrument_fact IF NOT EXISTS FOR (n:Instrument) ON (n.factSource);
// Mentions without a date, by the number that they mean: resolved again when a new instrument bears it.
CREATE INDEX mention_lookup IF NOT EXISTS FOR (n:Mention) ON (n.lookup);
CREATE INDEX event_dataset IF NOT EXISTS FOR (n:Event) ON (n.dataset);
CREATE INDEX instrument_level IF NOT EXISTS FOR (n:Instrument) ON (n.level, n.key);
CREATE INDEX instrument_type IF NOT EXISTS FOR (n:Instrument) ON (n.type, n.key);
// `standard-no-stop-words`: the folding analyzer drops folded words that look like English stop words (thể, tổ, án).
CREATE FULLTEXT INDEX instrument_search IF NOT EXISTS FOR (n:Instrument) ON EACH [n.searchText, n.searchFolded]
  OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-no-stop-words' } };
