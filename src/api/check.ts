// GraphQL: checkText, and the fields of what it answers.

import { checkDraftText, checkPlace } from '../answer/checks.ts'
import { checkText, type Finding } from '../check/check-text.ts'
import type { GraphStore } from '../graph/store.ts'
import type { Status } from '../legal/status.ts'
import { todayInVietnam } from '../legal/today.ts'
import { readPlainText } from '../reader/index.ts'

interface CheckArguments {
  readonly text: string
  readonly documentDate?: string | null
  readonly place?: string | null
}

export async function checkTextField(_: unknown, args: CheckArguments, { store }: { store: GraphStore }) {
  const draft = {
    read: readPlainText(checkDraftText(args.text)),
    documentDate: args.documentDate ?? null,
    place: args.place == null ? null : checkPlace(args.place, 'place'),
  }
  const { findings, ...report } = await checkText(store, draft, todayInVietnam())
  return { ...report, citations: findings.map(toCitation) }
}

/** A finding as GraphQL shows it; instruments are told by their keys, and read by loaders. */
function toCitation({ citation, ...finding }: Finding) {
  const { start, end, text, type, number, date, issuer, title, provision, relation, flags } = citation
  return {
    ...{ start, end, text, type, number, date, issuer, title, provision, relation, flags },
    ...finding,
    kind: citation.kind.toUpperCase(),
    page: finding.position.page,
    evidence: evidenceOf(finding.statusToday),
  }
}

function evidenceOf(status: Status | null) {
  return status?.evidence ?? []
}
