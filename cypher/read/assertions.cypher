// What members of staff decided, latest first, those withdrawn too, a page at a time.
// :params {instrument: null, author: null, withdrawn: null, after: "", first: 21}
MATCH (a:Assertion)
WHERE ($instrument IS NULL OR $instrument IN a.instruments)
  AND ($author IS NULL OR a.author = $author)
  AND ($withdrawn IS NULL OR a.withdrawnAt IS NOT NULL = $withdrawn)
  AND ($after = '' OR a.at + ' ' + a.id < $after)
RETURN a {.id, .kind, .author, .at, .reason, .payload, .instruments, .withdrawnBy, .withdrawnAt, .withdrawReason} AS assertion
ORDER BY a.at DESC, a.id DESC
LIMIT $first
