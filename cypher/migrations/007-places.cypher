// The gazetteer: units by the words of their names, and which edition of each table of units the graph holds.
CREATE INDEX place_name IF NOT EXISTS FOR (n:Place) ON (n.nameFolded);
CREATE INDEX place_dataset IF NOT EXISTS FOR (n:Place) ON (n.dataset);
CREATE CONSTRAINT unit_table_name IF NOT EXISTS FOR (n:UnitTable) REQUIRE n.name IS UNIQUE;
