import { placeOf } from '#machines/engine/procedure.ts'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import { escapeHtml } from '#messages/escape-html.ts'
import { type About, type Formatted, table } from './html-text.ts'
import type { LastKnown } from './last-known.ts'
import { reportMessages as messages } from './messages.ts'
import type { Report } from './report.ts'
import type { PassedOn, Said, Summary, ToldReview } from './summary.ts'

/* Expectations, statements, waits, and problems of the record. */

/** Outlook by the procedure; empty if none. */
export function outlook(t: Formatted, { words: { outlook: told } }: About, { summary }: Report, known: readonly LastKnown[]): string {
  // What a later reading contradicts says nothing of what has happened.
  const isOld = (step: string) => known.some(({ id, oldSince }) => id === step && oldSince !== undefined)
  const shown = told?.of(summary.steps.flatMap(({ step, after }) => (after === undefined || isOld(step) ? [] : after.findings)))
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

function review(t: Formatted, { answer, until, reason }: ToldReview): string {
  const how =
    answer === 'accepted'
      ? messages.reviewAccepted
      : until === undefined
        ? messages.reviewResumed
        : messages.reviewSnoozed({ until: t.utc(until) })
  return reason === undefined ? t(how) : `${t(how)}<br>${escapeHtml(reason)}`
}

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

export function others(t: Formatted, about: About, { summary }: Report): string {
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
      messages.reviewed,
      [when, messages.who, what, messages.was, messages.is, messages.decision],
      (summary.reviewed ?? []).map((each) => [
        t.utc(each.at),
        escapeHtml(each.by),
        t(each.title),
        t(each.was),
        t(each.is),
        review(t, each),
      ]),
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
