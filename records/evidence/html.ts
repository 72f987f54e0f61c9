import type { DisplayText } from '../../machines/messages/message.ts'
import { CATALOGUE } from '../../machines/procedure/catalog/entries.ts'
import { GUIDES } from '../../machines/procedure/guides.ts'
import { sourceOf } from '../../machines/procedure/sources.ts'
import { english } from '../../messages/english.ts'
import { canonicalJson } from '../../services/canonical-json.ts'
import { type Report, writeReport } from './report.ts'
import { REPORT_STYLE } from './report-style.ts'
import type { Said, Shown, ShownFinding, ToldAction, ToldOperation, ToldStep, ToldWork } from './summary.ts'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text of services and people as text, wherever it stands in the document. Control characters are shown, not obeyed. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
    .replaceAll(/(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd')

/** Absolute, in UTC, so that two readers in two places read the same. */
export const utc = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`

const e = (text: DisplayText): string => escapeHtml(english.text(text))
const row = (cells: readonly string[], tag: 'td' | 'th' = 'td'): string =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`

/** @param head of each column its name, or its name and width in per cent */
function table(caption: string, head: readonly (string | readonly [string, number])[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const header = head
    .map((cell) =>
      typeof cell === 'string' ? `<th scope="col">${e(cell)}</th>` : `<th scope="col" style="width:${cell[1]}%">${e(cell[0])}</th>`,
    )
    .join('')
  return `<table><caption>${e(caption)}</caption><thead><tr>${header}</tr></thead><tbody>${rows.map((cells) => row(cells)).join('')}</tbody></table>`
}

function requests(list: Shown['requests']): string {
  if (list.length === 0) return 'None recorded'
  return list.map((each) => requestCells(each).join('<br>')).join('<br>')
}

function requestCells({
  method,
  path,
  status,
  correlationId,
  requestId,
  clientRequestId,
  at,
}: Shown['requests'][number]): readonly string[] {
  const id = correlationId ?? requestId ?? clientRequestId
  const named = correlationId === undefined ? 'request' : 'correlation'
  return [
    `<code>${e(method)} ${e(path)}</code>`,
    `${status === undefined ? 'No answer' : `Answered ${status}`} at ${utc(at)}`,
    id === undefined ? 'No id' : `${named} id ${e(id)}`,
  ]
}

const STATUS: Readonly<Record<ShownFinding['status'], string>> = {
  pass: 'Passed',
  warning: 'Warning',
  fail: 'Must be put right',
  unknown: 'Unknown to the services',
}

function sourceOfFinding(id: string): string {
  const entry = CATALOGUE.find((each) => each.id === id)
  if (!entry) return ''
  const { title, url, edition } = sourceOf(entry.source)
  return `<br>Rule: <a href="${e(url)}">${e(title)}</a>${edition === undefined ? ', no date printed' : `, edition of ${e(edition)}`}`
}

function findings({ before, after }: ToldStep): string {
  if (!after) return '<p>This step was not read.</p>'
  const then = ({ key, status, seen }: ShownFinding): string => {
    const earlier = before?.findings.find((finding) => finding.key === key)
    if (earlier === undefined) return 'Not seen'
    return earlier.status === status && earlier.seen === seen ? 'The same' : `${STATUS[earlier.status]}: ${e(earlier.seen)}`
  }
  const readAs = (shown: Shown): string => `${utc(shown.at)} by ${e(shown.account)} (line ${shown.line})`
  return `<p>First read ${before ? readAs(before) : 'never'}. Last read ${readAs(after)}.</p>${table(
    'Findings, at first and at last',
    [['Finding', 36], 'At first', ['At last', 32], ['Shown by', 12]],
    after.findings.map((finding) => [
      `<strong>${e(finding.title)}</strong><br>${e(finding.id)}${sourceOfFinding(finding.id)}`,
      then(finding),
      `<span class="${finding.status}">${STATUS[finding.status]}</span>: ${e(finding.seen)}`,
      finding.requests.length === 0
        ? 'No request: a rule over what was chosen'
        : finding.requests.map((place) => `${place + 1}`).join(', '),
    ]),
  )}${table(
    'Requests of the last reading',
    [['Number', 8], ['Request', 46], 'Answer', 'Id'],
    after.requests.map((each, place) => [String(place + 1), ...requestCells(each)]),
  )}`
}

const ENDED: Readonly<Record<ToldAction['tries'][number]['ended'], string>> = {
  written: 'Written',
  found: 'Written; the answer was lost, a reading found it',
  'already-so': 'Was so already; nothing was written',
  refused: 'Refused',
  interrupted: 'Interrupted',
  unknown: 'Not known',
}

const actions = ({ actions: list }: ToldWork): string =>
  table(
    'Changes',
    ['Change', 'Before', 'After', 'Undo', 'What happened', 'Requests'],
    list.map(({ title, resource, before, after, undo, tries }) => [
      `<strong>${e(title)}</strong><br>${e(resource)}`,
      e(before),
      e(after),
      e(undo),
      tries
        .map(
          ({ startedAt, endedAt, ended, said, line }) =>
            `${ENDED[ended]}: ${e(said)}<br>${utc(startedAt)}${endedAt === undefined ? '' : ` to ${utc(endedAt)}`} (line ${line})`,
        )
        .join('<br>'),
      tries.map((each) => requests(each.requests)).join('<br>'),
    ]),
  )

const confirmations = ({ confirmations: list }: ToldWork): string =>
  table(
    'Confirmed by a person',
    ['When', 'Who', 'Changes', 'Typed name', 'Maintenance window'],
    list.map(({ at, by, changes, typedName, maintenanceWindow }) => [
      utc(at),
      e(by),
      String(changes),
      e(typedName ?? 'Not asked for'),
      e(maintenanceWindow ?? 'Not stated'),
    ]),
  )

function step(told: ToldStep, index: number): string {
  const { title } = GUIDES[told.step]
  const proved = told.proved
    ? `Proved ${utc(told.proved.at)}, with ${e(told.proved.by)} signed in (line ${told.proved.line}).`
    : 'Not proved in this journal.'
  return `<section><h2>Step ${index + 1}: ${e(title)}</h2><p class="outcome">${proved}</p>${confirmations(told)}${actions(told)}${findings(told)}</section>`
}

const operation = (told: ToldOperation): string =>
  `<section><h2>After the link: ${e(GUIDES[told.operation].title)}</h2>${confirmations(told)}${actions(told)}</section>`

const said = (caption: string, list: readonly Said[]): string =>
  table(
    caption,
    ['When', 'Who', 'What'],
    list.map(({ at, by, title }) => [utc(at), e(by), e(title)]),
  )

function others({ summary }: Report): string {
  const tables = [
    said('Confirmed by people, because no service can tell', summary.attested),
    said('Gaps acknowledged: not encrypted with the customer’s key', summary.acknowledged),
    said('Handed over and received', summary.handedOver),
    table(
      'Looks at what went on at Microsoft',
      ['When', 'State', 'The service’s words'],
      summary.waits.map(({ at, state, said: words, operationId }) => [
        utc(at),
        e(state),
        `${e(words)}${operationId === undefined ? '' : `<br>operation ${e(operationId)}`}`,
      ]),
    ),
    table(
      'Different later from what it was',
      ['When', 'What', 'Was', 'Is'],
      summary.drift.map(({ at, title, was, is }) => [utc(at), e(title), e(was), e(is)]),
    ),
    table(
      'Put right by the wizard at its start',
      ['When', 'What', 'Detail'],
      summary.recovered.map(({ at, what, detail }) => [utc(at), e(what), e(detail)]),
    ),
    table(
      'Lines this version cannot read',
      ['Line', 'Why'],
      summary.unread.map(({ line, why }) => [String(line), e(why)]),
    ),
  ].filter((each) => each !== '')
  return tables.length === 0 ? '' : `<section><h2>Words of people, waits and recovery</h2>${tables.join('')}</section>`
}

function head({ summary, madeAt, madeBy, app, journal, digest }: Report): string {
  const { opened, from, to } = summary
  const facts: readonly (readonly [string, string])[] = [
    ['Environment', opened ? `${opened.environment.displayName ?? 'unnamed'} (${opened.environment.id})` : 'None opened'],
    ['Tenant', opened ? `${opened.tenant.name} (${opened.tenant.id})` : 'None opened'],
    ['Cloud', opened ? opened.cloud.name : 'None opened'],
    ['Covers', from === undefined || to === undefined ? 'An empty journal' : `${utc(from)} to ${utc(to)}`],
    ['Made', `${utc(madeAt)} by ${madeBy}, with ${app.name} ${app.version}`],
    ['Journal', `${journal.lines.length} lines; hash of the last: ${journal.head}`],
    ['Digest', digest],
  ]
  const practice =
    opened?.practice === undefined
      ? ''
      : `<p class="practice">PRACTICE TENANT. Scenario ${e(opened.practice)}. Nothing in this report is real: it shows what a real one holds.</p>`
  const list = facts.map(([term, value]) => `<dt>${term}</dt><dd>${e(value)}</dd>`).join('')
  return `<header><h1>Customer-managed key: evidence</h1>${practice}<dl>${list}</dl></header>`
}

const outcome = ({ summary }: Report): string =>
  `<section><h2>Outcome</h2>${table(
    'The documented steps',
    ['Step', 'Outcome'],
    summary.steps.map(({ step: id, proved }, index) => [
      `${index + 1}. ${e(GUIDES[id].title)}`,
      proved
        ? `<span class="pass">Proved</span> ${utc(proved.at)}, with ${e(proved.by)} signed in`
        : '<span class="unknown">Not proved</span>',
    ]),
  )}${table(
    'Who was signed in',
    ['Account', 'Name', 'Object id', 'Openings and readings'],
    summary.people.map(({ userName, displayName, objectId, entries }) => [e(userName), e(displayName), e(objectId), String(entries)]),
  )}</section>`

const journalTable = ({ journal: { lines } }: Report): string =>
  `<section><h2>The journal</h2><p>Each line holds the hash of the line before. To check this file: <code>npm run verify-report -- FILE</code>. It names the first line that was changed.</p>${table(
    'Lines',
    [['Line', 8], ['When', 24], ['What', 16], 'Hash'],
    lines.map(({ sequence, at, kind, hash, clockBack }) => [
      String(sequence),
      `${utc(at)}${clockBack === undefined ? '' : `<br>the clock read ${Math.round(clockBack / 1000)} s earlier than at the line before`}`,
      e(kind),
      `<code>${e(hash)}</code>`,
    ]),
  )}</section>`

/** Between these stands the report itself, so that the page can be checked without any other file. */
const OPENS = '<script type="application/json" id="report">'
const CLOSES = '</script>'

/** What cannot stand in the data of a page as it is: `</script>` would end it, and some characters turn the text around. */
const embedded = (report: Report): string =>
  writeReport(report).replaceAll(/[<\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    [...Array(character.length).keys()].map((place) => `\\u${character.charCodeAt(place).toString(16).padStart(4, '0')}`).join(''),
  )

/**
 * The report as one page that prints well: no script that runs, no style or picture from elsewhere. A pure function of the
 * report, so that a page can be checked by making it again.
 */
export function renderHtml(report: Report): string {
  const name = report.summary.opened?.environment.displayName ?? 'no environment'
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Customer-managed key: evidence for ${e(name)}</title><style>${REPORT_STYLE}</style></head>
<body>${head(report)}<main>${outcome(report)}${report.summary.steps.map(step).join('')}${(report.summary.operations ?? []).map(operation).join('')}${others(report)}${journalTable(report)}</main>
${OPENS}${embedded(report)}${CLOSES}
</body></html>
`
}

/** The report inside a page of the wizard's, as it would stand in a file of its own. @returns nothing when there is none */
export function reportInHtml(page: string): string | undefined {
  const from = page.lastIndexOf(OPENS)
  const to = page.indexOf(CLOSES, from + OPENS.length)
  if (from === -1 || to === -1) return undefined
  try {
    return `${canonicalJson(JSON.parse(page.slice(from + OPENS.length, to)))}\n`
  } catch {
    return undefined
  }
}
