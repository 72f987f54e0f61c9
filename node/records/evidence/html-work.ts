import { guideOf } from '#machines/engine/procedure.ts'
import { wordsOf } from '#machines/engine/step/refusals.ts'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import { escapeHtml } from '#messages/escape-html.ts'
import { canonicalJson } from '../../services/canonical-json.ts'
import { type About, type Formatted, table } from './html-text.ts'
import { reportMessages as messages } from './messages.ts'
import type { ToldSchedule } from './schedules.ts'
import type { Shown, ShownFinding, ToldOperation, ToldStep, ToldWork, Try } from './summary.ts'

/* Findings, confirmations, schedules and changes of a step or operation. */

const requests = (t: Formatted, list: Shown['requests']): string =>
  list.length === 0 ? t(messages.noneRecorded) : list.map((each) => requestCells(t, each).join('<br>')).join('<br>')

function requestCells(t: Formatted, { method, path, status, correlationId, at, ...ids }: Shown['requests'][number]): readonly string[] {
  const requestId = ids.requestId ?? ids.clientRequestId
  const other = requestId === undefined ? messages.noId : messages.requestId({ id: requestId })
  return [
    `<code>${escapeHtml(`${method} ${path}`)}</code>`,
    t(status === undefined ? messages.unanswered({ at: t.utc(at) }) : messages.answered({ status: String(status), at: t.utc(at) })),
    t(correlationId === undefined ? other : messages.correlationId({ id: correlationId })),
  ]
}

const STATUS = { pass: messages.pass, warning: messages.warning, fail: messages.fail, unknown: messages.unknown } as const

function ruleOf(t: Formatted, { procedure, words }: About, id: string): string {
  const source = words.ruleOf(id)
  if (source === undefined) return ''
  const { title, url, edition } = procedure.references.sourceOf(source)
  return `<br><a href="${escapeHtml(url)}">${t(edition === undefined ? messages.rule({ title }) : messages.datedRule({ title, edition }))}</a>`
}

function earlierOf(t: Formatted, before: Shown | undefined, { key, status, seen }: ShownFinding): string {
  const earlier = before?.findings.find((finding) => finding.key === key)
  if (earlier === undefined) return t(messages.notFound)
  if (earlier.status === status && canonicalJson(earlier.seen) === canonicalJson(seen)) return t(messages.same)
  return t(messages.ended({ how: STATUS[earlier.status], what: earlier.seen }))
}

function findings(t: Formatted, about: About, { before, after }: ToldStep): string {
  if (!after) return `<p>${t(messages.notRead)}</p>`
  const read = ({ at, account, line }: Shown): DisplayText => messages.readBy({ at: t.utc(at), by: account, line })
  return `<p>${t(messages.readTwice({ first: before ? read(before) : messages.never, last: read(after) }))}</p>${table(
    t,
    messages.findings,
    [[messages.finding, 36], messages.atFirst, [messages.atLast, 32], [messages.shownBy, 12]],
    after.findings.map((finding) => [
      `<strong>${t(finding.title)}</strong><br>${escapeHtml(finding.id)}${ruleOf(t, about, finding.id)}`,
      earlierOf(t, before, finding),
      `<span class="${finding.status}">${t(STATUS[finding.status])}</span>: ${t(finding.seen)}`,
      finding.requests.length === 0 ? t(messages.byRule) : finding.requests.map((place) => `${place + 1}`).join(', '),
    ]),
  )}${table(
    t,
    messages.lastRequests,
    [[messages.number, 8], [messages.request, 46], messages.answer, messages.id],
    after.requests.map((each, place) => [String(place + 1), ...requestCells(t, each)]),
  )}`
}

const ENDED = {
  written: messages.written,
  found: messages.found,
  'already-so': messages.alreadySo,
  refused: messages.refused,
  interrupted: messages.interrupted,
  unknown: messages.notKnown,
} as const

function answerTo({ resourceId, refusal, why, foundOn }: Try): DisplayText {
  const answer = refusal ? wordsOf(refusal) : (why ?? messages.noAnswer)
  if (foundOn !== undefined) return messages.foundOn({ resource: resourceId ?? '', line: foundOn, answer })
  return resourceId === undefined ? answer : verbatim(resourceId)
}

function tryCell(t: Formatted, told: Try): string {
  const { startedAt, endedAt, ended, line } = told
  const from = t.utc(startedAt)
  const time = endedAt === undefined ? messages.tryTime({ from, line }) : messages.tryTimes({ from, to: t.utc(endedAt), line })
  return `${t(messages.ended({ how: ENDED[ended], what: answerTo(told) }))}<br>${t(time)}`
}

const actions = (t: Formatted, { actions: list }: ToldWork): string =>
  table(
    t,
    messages.changes,
    [messages.change, messages.before, messages.after, messages.undo, messages.happened, messages.requests],
    list.map(({ title, resource, before, after, undo, tries }) => [
      `<strong>${t(title)}</strong><br>${t(resource)}`,
      t(before),
      t(after),
      t(undo),
      tries.map((each) => tryCell(t, each)).join('<br>'),
      tries.map((each) => requests(t, each.requests)).join('<br>'),
    ]),
  )

function windowOf(t: Formatted, window: ToldWork['confirmations'][number]['maintenanceWindow']): DisplayText {
  if (window === undefined) return messages.notStated
  if (typeof window === 'string') return verbatim(window)
  return messages.window({ from: t.utc(window.from), to: t.utc(window.to), timeZone: window.timeZone })
}

const confirmations = (t: Formatted, { confirmations: list, schedules }: ToldWork): string => {
  const start = (at: number) => {
    const schedule = schedules?.find(({ confirmedAt }) => confirmedAt === at)
    return schedule === undefined ? messages.atOnce : messages.ended({ how: messages.scheduled, what: SCHEDULE_ENDED[howEnded(schedule)] })
  }
  return table(
    t,
    messages.confirmed,
    [messages.when, messages.who, messages.changes, messages.typedName, messages.maintenanceWindow, ...(schedules ? [messages.start] : [])],
    list.map(({ at, by, changes, typedName, maintenanceWindow }) => [
      t.utc(at),
      t(by === undefined ? messages.unknownAccount : verbatim(by)),
      String(changes),
      t(typedName === undefined ? messages.notAskedFor : verbatim(typedName)),
      t(windowOf(t, maintenanceWindow)),
      ...(schedules ? [t(start(at))] : []),
    ]),
  )
}

const SCHEDULE_ENDED = {
  started: messages.scheduleStarted,
  'started-now': messages.scheduleStartedNow,
  canceled: messages.scheduleCanceled,
  'not-started': messages.scheduleNotStarted,
  replaced: messages.scheduleReplaced,
  open: messages.scheduleOpen,
} as const

const howEnded = ({ end }: ToldSchedule): keyof typeof SCHEDULE_ENDED => end?.how ?? 'open'

function scheduleEnd(t: Formatted, told: ToldSchedule): string {
  const how = SCHEDULE_ENDED[howEnded(told)]
  if (told.end === undefined) return t(how)
  const { at, by, line, why } = told.end
  // No person performed automatic actions.
  const byItself = told.end.how === 'started' || told.end.how === 'not-started'
  const time = { line, at: t.utc(at) }
  const when = byItself ? messages.tryTime({ ...time, from: time.at }) : messages.readBy({ ...time, by: by ?? messages.unknownAccount })
  return `${t(why ?? how)}<br>${t(when)}`
}

const schedules = (t: Formatted, { schedules: list = [] }: ToldWork): string =>
  table(
    t,
    messages.schedules,
    [messages.when, messages.who, messages.start, messages.changes, messages.happened],
    list.map((told) => [
      t.utc(told.at),
      t(told.by === undefined ? messages.unknownAccount : verbatim(told.by)),
      t.utc(told.start),
      told.changes.map(({ title, resource }) => `<strong>${t(title)}</strong><br>${t(resource)}`).join('<br>'),
      scheduleEnd(t, told),
    ]),
  )

function outcomeOf({ proved }: ToldStep, t: Formatted, undoneAt: number | undefined): DisplayText {
  if (!proved) return messages.stepNotProved
  const by = { at: t.utc(proved.at), by: proved.by ?? messages.unknownAccount, line: proved.line }
  return undoneAt === undefined ? messages.stepProved(by) : messages.stepUndone({ ...by, since: t.utc(undoneAt) })
}

/** @param undoneAt when a check showed that a verified step isn't so any more, in milliseconds since 1970-01-01T00:00:00Z */
export function step(
  t: Formatted,
  about: About,
  told: ToldStep,
  { index, undoneAt }: { readonly index: number; readonly undoneAt: number | undefined },
): string {
  const { title } = guideOf(about.procedure, told.step)
  const outcome = outcomeOf(told, t, undoneAt)
  return `<section><h2>${t(messages.stepHeading({ number: index + 1, title }))}</h2><p class="outcome">${t(outcome)}</p>${confirmations(t, told)}${schedules(t, told)}${actions(t, told)}${findings(t, about, told)}</section>`
}

export const operation = (t: Formatted, { procedure, words }: About, told: ToldOperation): string =>
  `<section><h2>${t(words.operation({ title: guideOf(procedure, told.operation).title }))}</h2>${confirmations(t, told)}${schedules(t, told)}${actions(t, told)}</section>`
