// What is unique in each label: the property by which its nodes are told apart.
// :params {}
SHOW CONSTRAINTS YIELD labelsOrTypes, properties, type WHERE type = 'UNIQUENESS'
RETURN labelsOrTypes[0] AS label, properties[0] AS key ORDER BY label
