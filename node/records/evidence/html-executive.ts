import { defined } from '#machines/defined.ts'
import type { ExecutiveFacts, Procedure } from '#machines/engine/procedure.ts'
import { type About, type Formatted, table } from './html-text.ts'
import { choicesIn, confirmedIn, entriesIn, environmentIn, lastKnownIn } from './last-known.ts'
import { reportMessages as messages } from './messages.ts'
import type { Report } from './report.ts'

/** What the first page is made of: of the journal, because the summary tells neither checks nor what runs. */
export function factsOf(procedure: Procedure, { summary, journal, madeAt }: Report): ExecutiveFacts {
  const { steps, acknowledged, opened } = summary
  const entries = entriesIn(procedure, journal.lines)
  const isConfirmed = confirmedIn(procedure, entries)
  const known = lastKnownIn(procedure, entries)
  const ofSteps = known.slice(0, steps.length)
  const proved = steps.flatMap((step) => step.proved?.at ?? [])
  const isVerified = steps.length > 0 && ofSteps.every(({ isProved }) => isProved)
  const made = (steps.at(-1)?.actions ?? []).flatMap(({ tries }) =>
    tries.flatMap(({ ended, endedAt }) => (ended === 'written' ? (endedAt ?? []) : [])),
  )
  return {
    madeAt,
    environmentId: opened?.environment.id ?? '',
    choices: choicesIn(entries),
    parts: known,
    findings: known.flatMap(({ id: part, reading, oldSince }) =>
      (reading?.findings ?? []).map(({ key, status, title, seen, endsAt }) => ({
        part,
        at: reading?.readAt ?? 0,
        key,
        status,
        title,
        seen,
        isOld: oldSince !== undefined,
        ...defined({ endsAt }),
        isConfirmed: status === 'unknown' && isConfirmed({ key, title }),
      })),
    ),
    ...defined({ environment: environmentIn(entries) }),
    ...(isVerified ? { verifiedAt: Math.max(...proved) } : {}),
    ...defined({ doneAt: made.at(-1) }),
    acknowledged: acknowledged.map(({ title }) => title),
  }
}

/** Executive page; empty if the procedure has none. */
export function executivePage(t: Formatted, { procedure, words }: About, report: Report): string {
  const told = words.executive?.(factsOf(procedure, report))
  if (!told) return ''
  const { opened } = report.summary
  const { state, verdict, checkedAt, facts, notReached, toDo } = told
  const where = opened
    ? `<p class="where">${t(messages.nameAndId({ name: opened.environment.displayName ?? messages.unnamed, id: opened.tenant.name }))}</p>`
    : ''
  const checked = checkedAt === undefined ? '' : `<p class="where">${t(messages.checked({ at: t.utc(checkedAt) }))}</p>`
  const list = facts.map(({ term, value }) => `<dt>${t(term)}</dt><dd>${t(value)}</dd>`).join('')
  const gaps =
    notReached.list.length === 0
      ? `<p>${t(notReached.none)}</p>`
      : `<ul>${notReached.list.map((gap) => `<li>${t(gap)}</li>`).join('')}</ul>`
  const rows = toDo.map(({ until, what, text }) => [
    t(until ?? messages.soon),
    `<strong>${t(what)}</strong>${text === undefined ? '' : `<br>${t(text)}`}`,
  ])
  return `<section class="executive"><h1>${t(messages.executive)}</h1>${where}<p class="verdict ${state}">${t(verdict)}</p>${checked}<dl>${list}</dl><h2>${t(notReached.heading)}</h2>${gaps}${
    rows.length === 0
      ? `<h2>${t(messages.toDo)}</h2><p>${t(messages.nothingToDo)}</p>`
      : table(t, messages.toDo, [[messages.until, 18], messages.what], rows)
  }</section>`
}
