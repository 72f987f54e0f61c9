import { DAY } from '#machines/engine/durations.ts'
import type { Procedure } from '#machines/engine/procedure.ts'
import type { PageFormat } from '#machines/engine/report-formats.ts'
import type { ChangeRequest, RequestedStep } from '#machines/engine/wizard/change-request.ts'
import { type DisplayText, defineMessages, verbatim } from '#machines/messages/message.ts'
import type { Formatter } from '#messages/formatter.ts'
import type { FileToSave } from '../save-file.ts'
import { documentOf, type Formatted, formattedIn, table } from './html-text.ts'
import { reportMessages } from './messages.ts'
import type { Report } from './report.ts'
import { nameOf } from './report-file.ts'

type Made = Pick<Report, 'madeAt' | 'madeBy' | 'app' | 'brand'>

const changeRequestMessages = defineMessages('records.changeRequest', {
  pageTitle: 'Change request: customer-managed key for {environment}',
  heading: 'Change request',
  practice: 'PRACTICE TENANT. Scenario {scenario}. Nothing in this request is real.',
  status: 'Status',
  notStarted: 'Not started.',
  noProof: 'This page is a plan, not evidence: what was done is only in the evidence report.',
  change: 'Change',
  time: 'Planned time',
  timeOpen: 'Not chosen yet.',
  needsUpTo: 'It can take up to {days, plural, one {# day} other {# days}}.',
  needsAtLeast: 'Microsoft states no limit. Plan at least {days, plural, one {# day} other {# days}}.',
  fromTo: '{start, date, moment} to {end, date, moment} ({timeZone})',
  latestEnd: 'The end is the latest one that Microsoft documents.',
  openEnd: 'Microsoft states no limit: the end is what we plan for.',
  harm: 'What it does to users and data',
  kind: 'Kind',
  outage: 'Downtime',
  lasting: 'Can’t be undone',
  back: 'Way back',
  touched: 'What is changed',
  what: 'What',
  value: 'As it was read',
  readAt: 'Read',
  takes: 'Time',
  who: 'Who does it',
  checks: 'Checks',
  step: 'Step',
  check: 'Check',
  result: 'Result',
  resolved: 'Resolved by this change',
  confirmed: 'Confirmed by {by}, {at}',
  old: 'Not in this list, because something was changed since it was read: {title}',
  approval: 'Approval',
  role: 'Role',
  requestedBy: 'Requested by',
  approvedBy: 'Approved by',
  date: 'Date',
  signature: 'Signature',
})

const SIGNATURES = [changeRequestMessages.requestedBy, changeRequestMessages.approvedBy, changeRequestMessages.approvedBy]

const LINE = '<span style="display:inline-block;width:100%;height:28px"></span>'

const facts = (list: readonly (readonly [string, string])[]): string =>
  `<dl>${list.map(([term, value]) => `<dt>${term}</dt><dd>${value}</dd>`).join('')}</dl>`

/** Times in the chosen zone and UTC, because approvers may be elsewhere. */
function plannedTime(t: Formatted, { time, needed, isOpenEnded }: ChangeRequest, formatter: Formatter): string {
  const days = Math.ceil(needed / DAY)
  if (!time)
    return `${t(changeRequestMessages.timeOpen)} ${t(isOpenEnded ? changeRequestMessages.needsAtLeast({ days }) : changeRequestMessages.needsUpTo({ days }))}`
  const { start, end, timeZone } = time
  const said = formatter.inZone(timeZone).text(changeRequestMessages.fromTo({ start, end, timeZone }))
  return `${t(verbatim(said))}<br>${t(changeRequestMessages.fromTo({ start, end, timeZone: 'UTC' }))}<br>${t(isOpenEnded ? changeRequestMessages.openEnd : changeRequestMessages.latestEnd)}`
}

const touched = (t: Formatted, request: ChangeRequest): string =>
  table(
    t,
    changeRequestMessages.touched,
    [[changeRequestMessages.what, 20], changeRequestMessages.value, [changeRequestMessages.readAt, 22]],
    request.touched.map(({ label, value, id, readAt }) => [
      t(label),
      id === undefined ? t(value) : t(reportMessages.nameAndId({ name: value, id })),
      t.utc(readAt),
    ]),
  )

const changes = (t: Formatted, { changes: list, owners }: ChangeRequest): string =>
  table(
    t,
    reportMessages.changes,
    [
      [reportMessages.number, 8],
      [reportMessages.change, 20],
      reportMessages.before,
      reportMessages.after,
      reportMessages.undo,
      [changeRequestMessages.takes, 11],
      [changeRequestMessages.who, 12],
    ],
    list.map(({ title, before, after, undo, takes, owner }, index) => [
      String(index + 1),
      `<strong>${t(title)}</strong>`,
      ...[before, after, undo, takes, owners[owner] ?? verbatim(owner)].map(t),
    ]),
  )

/** Downtime, then irreversible changes, then rollback. */
function harm(t: Formatted, { harms }: ChangeRequest): string {
  const row = (kind: DisplayText) => (part: { readonly title: DisplayText; readonly text: DisplayText }) => [
    t(kind),
    `<strong>${t(part.title)}</strong><br>${t(part.text)}`,
  ]
  const rows = [
    ...harms.flatMap(({ outage }) => outage ?? []).map(row(changeRequestMessages.outage)),
    ...harms.flatMap(({ lasting }) => lasting).map(row(changeRequestMessages.lasting)),
    ...harms.flatMap(({ back }) => back ?? []).map(row(changeRequestMessages.back)),
  ]
  // Two changes can have the same impact.
  const once = rows.filter((each, index) => rows.findIndex((other) => other.join() === each.join()) === index)
  return table(t, changeRequestMessages.harm, [[changeRequestMessages.kind, 20], changeRequestMessages.what], once)
}

function resultOf(t: Formatted, { status, planned, confirmed }: RequestedStep['findings'][number]): string {
  if (planned && status !== 'pass') return t(changeRequestMessages.resolved)
  const said = `<span class="${status}">${t(reportMessages[status])}</span>`
  return confirmed ? `${said}<br>${t(changeRequestMessages.confirmed({ by: confirmed.by, at: t.utc(confirmed.at) }))}` : said
}

const checks = (t: Formatted, { steps, old }: ChangeRequest): string =>
  `${table(
    t,
    changeRequestMessages.checks,
    [[changeRequestMessages.step, 20], changeRequestMessages.check, [changeRequestMessages.result, 20], [changeRequestMessages.readAt, 22]],
    steps.flatMap(({ title, readAt, findings }) =>
      findings.map((finding) => [
        t(title),
        `<strong>${t(finding.title)}</strong><br>${t(finding.seen)}`,
        resultOf(t, finding),
        t.utc(readAt),
      ]),
    ),
  )}${old.map((title) => `<p>${t(changeRequestMessages.old({ title }))}</p>`).join('')}`

/** The request as a page, from readings and plan. */
export function renderChangeRequest(request: ChangeRequest, { madeAt, madeBy, app, brand }: Made, formatter: Formatter): string {
  const t = formattedIn(formatter)
  const { environment, tenant, practice, title } = request
  const named = (name: string, id: string): string => t(reportMessages.nameAndId({ name, id }))
  const note = practice === undefined ? '' : `<p class="practice">${t(changeRequestMessages.practice({ scenario: practice }))}</p>`
  const head = facts([
    [t(changeRequestMessages.status), `<strong>${t(changeRequestMessages.notStarted)}</strong> ${t(changeRequestMessages.noProof)}`],
    [t(changeRequestMessages.change), t(title)],
    [t(reportMessages.environment), named(environment.displayName, environment.id)],
    [t(reportMessages.tenant), named(tenant.name, tenant.id)],
    [t(changeRequestMessages.time), plannedTime(t, request, formatter)],
    [t(reportMessages.made), t(reportMessages.madeBy({ at: t.utc(madeAt), by: madeBy, app: app.name, version: app.version }))],
  ])
  const signatures = table(
    t,
    changeRequestMessages.approval,
    [[changeRequestMessages.role, 20], reportMessages.name, [changeRequestMessages.date, 20], changeRequestMessages.signature],
    SIGNATURES.map((role) => [t(role), LINE, LINE, LINE]),
  )
  const body = `<header><h1>${t(changeRequestMessages.heading)}</h1>${note}${head}</header><main>${harm(t, request)}${touched(t, request)}${changes(t, request)}${signatures}${checks(t, request)}</main>
`
  return documentOf(formatter.locale, t(changeRequestMessages.pageTitle({ environment: environment.displayName })), brand, body)
}

/** @param print makes a PDF of a page */
export async function changeRequestFile(
  procedure: Procedure,
  format: PageFormat,
  request: ChangeRequest,
  made: Made,
  print: (html: string) => Promise<Uint8Array>,
  formatter: Formatter,
): Promise<FileToSave> {
  const of = { environment: request.environment.displayName, isPractice: request.practice !== undefined, at: made.madeAt }
  const page = renderChangeRequest(request, made, formatter)
  return { name: nameOf(procedure, 'change-request', of, format), content: format === 'html' ? page : await print(page) }
}
