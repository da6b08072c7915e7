// What the graph holds, by kind: answered from the count store.
RETURN COUNT { (:Instrument) } AS instruments, COUNT { (:Document) } AS documents, COUNT { (:Mention) } AS mentions,
  COUNT { (:Event) } AS events
