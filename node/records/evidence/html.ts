import { guideOf } from '#machines/engine/procedure.ts'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import { escapeHtml } from '#messages/escape-html.ts'
import type { Formatter } from '#messages/formatter.ts'
import { reportEnglish } from '#messages/report.ts'
import { embedded } from './embedded.ts'
import { executivePage } from './html-executive.ts'
import { others, outlook } from './html-others.ts'
import { type About, documentOf, type Formatted, formattedIn, table } from './html-text.ts'
import { operation, step } from './html-work.ts'
import { entriesIn, type LastKnown, lastKnownIn } from './last-known.ts'
import { reportMessages as messages } from './messages.ts'
import type { Report } from './report.ts'
import type { ToldStep } from './summary.ts'

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

function provedCell(t: Formatted, { proved }: ToldStep, undoneAt: number | undefined): string {
  if (!proved) return `<span class="unknown">${t(messages.notProved)}</span>`
  const by = { at: t.utc(proved.at), by: proved.by ?? messages.unknownAccount }
  return undoneAt === undefined
    ? `<span class="pass">${t(messages.proved)}</span> ${t(messages.provedBy(by))}`
    : `<span class="warning">${t(messages.undone)}</span> ${t(messages.undoneBy({ ...by, since: t.utc(undoneAt) }))}`
}

const outcome = (t: Formatted, { procedure }: About, { summary }: Report, known: readonly LastKnown[]): string =>
  `<section><h2>${t(messages.outcome)}</h2>${table(
    t,
    messages.steps,
    [messages.step, messages.outcome],
    summary.steps.map((told, index) => [
      t(messages.numbered({ number: index + 1, title: guideOf(procedure, told.step).title })),
      provedCell(t, told, known[index]?.undoneAt),
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

const CHECK_COMMAND = 'cmk-wizard verify FILE'

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
 * The report as a printable page without scripts or external resources. Pure, so that a page can be verified by rendering it again.
 * @param formatter the page's language
 */
export function renderHtml(about: About, report: Report, formatter: Formatter = reportEnglish): string {
  const t = formattedIn(formatter)
  const { steps, operations = [], opened } = report.summary
  const known = lastKnownIn(about.procedure, entriesIn(about.procedure, report.journal.lines))
  const title = t(about.words.pageTitle({ environment: opened?.environment.displayName ?? messages.noEnvironment }))
  const body = `${executivePage(t, about, report)}${head(t, about, report)}<main>${outcome(t, about, report, known)}${steps.map((each, index) => step(t, about, each, { index, undoneAt: known[index]?.undoneAt })).join('')}${operations.map((each) => operation(t, about, each)).join('')}${outlook(t, about, report, known)}${others(t, about, report)}${journalTable(t, report)}</main>
${embedded(report)}
`
  return documentOf(formatter.locale, title, report.brand, body)
}
