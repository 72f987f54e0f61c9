import { defined } from '#machines/defined.ts'
import { reads } from '#machines/engine/drift/baseline.ts'
import type { ExecutiveFacts, Procedure } from '#machines/engine/procedure.ts'
import { type ContentOf, readEntry } from '../engagement/journal/entry.ts'
import { type About, type Formatted, table } from './html-text.ts'
import { reportMessages as messages } from './messages.ts'
import type { Report } from './report.ts'

/** Of the journal, because the summary doesn't tell the check. */
const attestedIn = (procedure: Procedure, { journal }: Report): readonly ContentOf<'attested'>[] =>
  journal.lines.flatMap((line) => {
    const read = readEntry(procedure, line)
    return read.ok && read.entry.kind === 'attested' ? [read.entry.content] : []
  })

/** What the first page is made of. A finding is confirmed by its check, where the question means the same, whichever version stored it. */
export function factsOf(procedure: Procedure, report: Report): ExecutiveFacts {
  const { steps, acknowledged } = report.summary
  const attested = attestedIn(procedure, report)
  const last = steps.at(-1)
  const isVerified = steps.length > 0 && steps.every(({ proved }) => proved !== undefined)
  const made = (last?.actions ?? []).flatMap(({ tries }) =>
    tries.flatMap(({ ended, endedAt }) => (ended === 'written' ? (endedAt ?? []) : [])),
  )
  return {
    findings: steps
      .flatMap(({ after }) => after?.findings ?? [])
      .map(({ key, status, title, seen, endsAt }) => ({
        key,
        status,
        title,
        seen,
        ...defined({ endsAt }),
        isConfirmed: status === 'unknown' && attested.some((each) => each.key === key && reads(procedure, each.title, title) === 'same'),
      })),
    ...(isVerified ? { verifiedAt: Math.max(...steps.map(({ proved }) => proved?.at ?? 0)) } : {}),
    ...defined({ doneAt: made.at(-1) }),
    acknowledged: acknowledged.map(({ title }) => title),
  }
}

/** Executive page; empty if the procedure has none. */
export function executivePage(t: Formatted, { procedure, words }: About, report: Report): string {
  const told = words.executive?.(factsOf(procedure, report))
  if (!told) return ''
  const { opened } = report.summary
  const { state, verdict, facts, notReached, toDo } = told
  const where = opened
    ? `<p class="where">${t(messages.nameAndId({ name: opened.environment.displayName ?? messages.unnamed, id: opened.tenant.name }))}</p>`
    : ''
  const list = facts.map(({ term, value }) => `<dt>${t(term)}</dt><dd>${t(value)}</dd>`).join('')
  const gaps =
    notReached.list.length === 0
      ? `<p>${t(notReached.none)}</p>`
      : `<ul>${notReached.list.map((gap) => `<li>${t(gap)}</li>`).join('')}</ul>`
  const rows = toDo.map(({ until, what, text }) => [
    t(until ?? messages.soon),
    `<strong>${t(what)}</strong>${text === undefined ? '' : `<br>${t(text)}`}`,
  ])
  return `<section class="executive"><h1>${t(messages.executive)}</h1>${where}<p class="verdict ${state}">${t(verdict)}</p><dl>${list}</dl><h2>${t(notReached.heading)}</h2>${gaps}${
    rows.length === 0
      ? `<h2>${t(messages.toDo)}</h2><p>${t(messages.nothingToDo)}</p>`
      : table(t, messages.toDo, [[messages.until, 18], messages.what], rows)
  }</section>`
}
