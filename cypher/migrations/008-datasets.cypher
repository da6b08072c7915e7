// Which version of each curated table the graph holds; of one that an earlier program wrote, none that is known.
CREATE CONSTRAINT dataset_name IF NOT EXISTS FOR (n:Dataset) REQUIRE n.name IS UNIQUE;
MATCH (e:Event) WITH DISTINCT e.dataset AS name
MERGE (d:Dataset {name: name}) ON CREATE SET d.version = '', d.imported = false;
