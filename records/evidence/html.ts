import { guideOf, type Procedure, placeOf, type ReportWords } from '../../machines/engine/procedure.ts'
import { wordsOf } from '../../machines/engine/step/refusals.ts'
import { type DisplayText, verbatim } from '../../machines/messages/message.ts'
import { DATE, TIME } from '../../messages/dates.ts'
import type { Formatter } from '../../messages/formatter.ts'
import { reportEnglish } from '../../messages/report.ts'
import { canonicalJson } from '../../services/canonical-json.ts'
import { embedded } from './embedded.ts'
import { reportMessages as messages } from './messages.ts'
import type { Report } from './report.ts'
import { REPORT_STYLE } from './report-style.ts'
import type { ToldSchedule } from './schedules.ts'
import type { PassedOn, Said, Shown, ShownFinding, Summary, ToldOperation, ToldStep, ToldWork, Try } from './summary.ts'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text of services and people as text, anywhere in the document. Control characters are shown, not obeyed. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
    .replaceAll(/(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd')

const TO_THE_SECOND = { ...DATE, ...TIME, second: '2-digit', timeZone: 'UTC', timeZoneName: 'short' } as const

/** @returns writes a moment as the language does: to the second and in UTC, so that two readers in two places read the same */
export function utcIn(locale: string): (at: number) => string {
  const dates = new Intl.DateTimeFormat(locale, TO_THE_SECOND)
  return (at) => dates.format(at)
}

/** A text in the report's language, escaped for the page. */
interface Formatted {
  (text: DisplayText): string
  readonly utc: (at: number) => string
}

/** The procedure that a report is about, with what a report says of it. */
interface About {
  readonly procedure: Procedure
  readonly words: ReportWords
}

const row = (cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`

/** @param head of each column its name, or its name and width in per cent. @param rows of HTML */
function table(
  t: Formatted,
  caption: DisplayText,
  head: readonly (DisplayText | readonly [DisplayText, number])[],
  rows: readonly (readonly string[])[],
): string {
  if (rows.length === 0) return ''
  const header = head
    .map((cell) => (isWide(cell) ? `<th scope="col" style="width:${cell[1]}%">${t(cell[0])}</th>` : `<th scope="col">${t(cell)}</th>`))
    .join('')
  return `<table><caption>${t(caption)}</caption><thead><tr>${header}</tr></thead><tbody>${rows.map(row).join('')}</tbody></table>`
}

const isWide = (cell: DisplayText | readonly [DisplayText, number]): cell is readonly [DisplayText, number] => Array.isArray(cell)

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

/** How a finding read at first, beside how it reads at last. */
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
  // No person did what the wizard did by itself.
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

function step(t: Formatted, about: About, told: ToldStep, index: number): string {
  const { title } = guideOf(about.procedure, told.step)
  const { proved } = told
  const outcome = proved
    ? messages.stepProved({ at: t.utc(proved.at), by: proved.by ?? messages.unknownAccount, line: proved.line })
    : messages.stepNotProved
  return `<section><h2>${t(messages.stepHeading({ number: index + 1, title }))}</h2><p class="outcome">${t(outcome)}</p>${confirmations(t, told)}${schedules(t, told)}${actions(t, told)}${findings(t, about, told)}</section>`
}

const operation = (t: Formatted, { procedure, words }: About, told: ToldOperation): string =>
  `<section><h2>${t(words.operation({ title: guideOf(procedure, told.operation).title }))}</h2>${confirmations(t, told)}${schedules(t, told)}${actions(t, told)}</section>`

function outlook(t: Formatted, { words: { outlook: told } }: About, { summary }: Report): string {
  const shown = told?.of(summary.steps.flatMap(({ after }) => after?.findings ?? []))
  if (!told || !shown) return ''
  const lead = shown.lead.map((text) => `<p>${t(text)}</p>`).join('')
  const rows = shown.rows.map((cells) => cells.map((lines) => lines.map((line) => t(line)).join('<br>')))
  return `<section><h2>${t(told.heading)}</h2>${lead}${table(t, told.heading, shown.columns, rows)}</section>`
}

const said = (t: Formatted, caption: DisplayText, list: readonly Said[]): string =>
  table(
    t,
    caption,
    [messages.when, messages.who, messages.what],
    list.map(({ at, by, title }) => [t.utc(at), escapeHtml(by), t(title)]),
  )

function passedOn(t: Formatted, { procedure }: About, { at, kind, by, step: id, file }: PassedOn): readonly string[] {
  const values = { number: placeOf(procedure, id) ?? 0, file }
  const what = kind === 'received' ? messages.stepReceived(values) : messages.stepHandedOver(values)
  return [t.utc(at), t(by === undefined ? messages.notNamed : verbatim(by)), t(what)]
}

const STATES: Readonly<Record<Summary['waits'][number]['state'], DisplayText>> = {
  running: messages.running,
  succeeded: messages.succeeded,
  failed: messages.failed,
}

const RECOVERED: Readonly<Record<Summary['recovered'][number]['what'], DisplayText>> = {
  'write-in-doubt': messages.writeInDoubt,
  'journal-torn': messages.journalTorn,
  'journal-broken': messages.journalBroken,
  'journal-cut': messages.journalCut,
  'engagement-unreadable': messages.engagementUnreadable,
  'lock-broken': messages.lockBroken,
}

function wait(t: Formatted, { at, state, stateWord, refused, operationId }: Summary['waits'][number]): readonly string[] {
  const words = refused === undefined ? stateWord : messages.notReadable({ message: refused })
  const id = operationId === undefined ? '' : `<br>${t(messages.operation({ id: operationId }))}`
  return [t.utc(at), t(STATES[state]), `${t(words)}${id}`]
}

function others(t: Formatted, about: About, { summary }: Report): string {
  const { when, who, what } = messages
  const tables = [
    said(t, messages.attested, summary.attested),
    said(t, about.words.acknowledged, summary.acknowledged),
    table(
      t,
      messages.handedOver,
      [when, who, what],
      summary.handedOver.map((each) => passedOn(t, about, each)),
    ),
    table(
      t,
      about.words.waits,
      [when, messages.state, messages.serviceWords],
      summary.waits.map((each) => wait(t, each)),
    ),
    table(
      t,
      messages.drift,
      [when, what, messages.was, messages.is],
      summary.drift.map(({ at, title, was, is }) => [t.utc(at), t(title), t(was), t(is)]),
    ),
    table(
      t,
      messages.recovered,
      [when, what, messages.detail],
      summary.recovered.map((each) => [t.utc(each.at), t(RECOVERED[each.what]), t(each.detail)]),
    ),
    table(
      t,
      messages.unread,
      [messages.line, messages.why],
      summary.unread.map(({ line, why }) => [String(line), t(why)]),
    ),
  ].filter((each) => each !== '')
  return tables.length === 0 ? '' : `<section><h2>${t(messages.others)}</h2>${tables.join('')}</section>`
}

function head(t: Formatted, { words }: About, { summary, madeAt, madeBy, app, journal, digest }: Report): string {
  const { opened, from, to } = summary
  const named = (name: DisplayText | string, id: string): DisplayText => messages.nameAndId({ name, id })
  const facts: readonly (readonly [DisplayText, DisplayText])[] = [
    [messages.environment, opened ? named(opened.environment.displayName ?? messages.unnamed, opened.environment.id) : messages.noneOpened],
    [messages.tenant, opened ? named(opened.tenant.name, opened.tenant.id) : messages.noneOpened],
    [messages.cloud, opened ? verbatim(opened.cloud.name) : messages.noneOpened],
    [
      messages.covers,
      from === undefined || to === undefined ? messages.emptyJournal : messages.fromTo({ from: t.utc(from), to: t.utc(to) }),
    ],
    [messages.made, messages.madeBy({ at: t.utc(madeAt), by: madeBy, app: app.name, version: app.version })],
    [messages.journal, messages.journalHead({ lines: journal.lines.length, head: journal.head })],
    [messages.digest, verbatim(digest)],
  ]
  const practice = opened?.practice === undefined ? '' : `<p class="practice">${t(messages.practice({ scenario: opened.practice }))}</p>`
  const list = facts.map(([term, value]) => `<dt>${t(term)}</dt><dd>${t(value)}</dd>`).join('')
  return `<header><h1>${t(words.heading)}</h1>${practice}<dl>${list}</dl></header>`
}

function provedCell(t: Formatted, { proved }: ToldStep): string {
  if (!proved) return `<span class="unknown">${t(messages.notProved)}</span>`
  const by = messages.provedBy({ at: t.utc(proved.at), by: proved.by ?? messages.unknownAccount })
  return `<span class="pass">${t(messages.proved)}</span> ${t(by)}`
}

const outcome = (t: Formatted, { procedure }: About, { summary }: Report): string =>
  `<section><h2>${t(messages.outcome)}</h2>${table(
    t,
    messages.steps,
    [messages.step, messages.outcome],
    summary.steps.map((told, index) => [
      t(messages.numbered({ number: index + 1, title: guideOf(procedure, told.step).title })),
      provedCell(t, told),
    ]),
  )}${table(
    t,
    messages.people,
    [messages.account, messages.name, messages.objectId, messages.entries],
    summary.people.map(({ userName, displayName, objectId, entries }) => [
      escapeHtml(userName),
      escapeHtml(displayName),
      escapeHtml(objectId),
      String(entries),
    ]),
  )}</section>`

const CHECK_COMMAND = 'npm run verify-report -- FILE'

const journalTable = (t: Formatted, { journal: { lines } }: Report): string =>
  `<section><h2>${t(messages.theJournal)}</h2><p>${t(messages.howToCheck({ command: CHECK_COMMAND }))}</p>${table(
    t,
    messages.lines,
    [[messages.line, 8], [messages.when, 24], [messages.what, 16], messages.hash],
    lines.map(({ sequence, at, kind, hash, clockBack }) => [
      String(sequence),
      `${t.utc(at)}${clockBack === undefined ? '' : `<br>${t(messages.clockBack({ seconds: Math.round(clockBack / 1000) }))}`}`,
      escapeHtml(kind),
      `<code>${escapeHtml(hash)}</code>`,
    ]),
  )}</section>`

/**
 * The report as one page that prints well: no script that runs, no style or picture from elsewhere. A pure function of the
 * report, so that a page can be checked by making it again.
 * @param formatter the page's language
 */
export function renderHtml(about: About, report: Report, formatter: Formatter = reportEnglish): string {
  const t: Formatted = Object.assign((text: DisplayText) => escapeHtml(formatter.text(text)), { utc: utcIn(formatter.locale) })
  const { steps, operations = [], opened } = report.summary
  const title = t(about.words.pageTitle({ environment: opened?.environment.displayName ?? messages.noEnvironment }))
  return `<!doctype html>
<html lang="${escapeHtml(formatter.locale)}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${REPORT_STYLE}</style></head>
<body>${head(t, about, report)}<main>${outcome(t, about, report)}${steps.map((each, index) => step(t, about, each, index)).join('')}${operations.map((each) => operation(t, about, each)).join('')}${outlook(t, about, report)}${others(t, about, report)}${journalTable(t, report)}</main>
${embedded(report)}
</body></html>
`
}
