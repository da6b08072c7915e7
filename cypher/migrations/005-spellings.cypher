// The spellings of an organ in the order of the alphabet: its name is the first of them.
MATCH (:Instrument)-[r:ISSUED_BY]->(a:Authority) WHERE r.authority IS NULL SET r.authority = a.id;
CREATE INDEX issued_by_spelling IF NOT EXISTS FOR ()-[r:ISSUED_BY]-() ON (r.authority, r.name);
