// One writer at a time: whoever sets this node first keeps the others waiting until the end of the transaction.
MERGE (l:WriteLock {id: 1}) SET l.taken = timestamp()
