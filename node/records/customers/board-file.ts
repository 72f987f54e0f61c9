import type { BoardFormat } from '#contract/customer.ts'
import { defined } from '#machines/defined.ts'
import { rowAt } from '#machines/engine/situation/listed.ts'
import type { EngagementRow } from '#messages/view.ts'
import type { FileToSave } from '../save-file.ts'

/* CSV for spreadsheets (RFC 4180) with untrusted names. A cell that looks like a formula could be executed: it gets an
   apostrophe in front, as OWASP recommends. */

/** Start of a formula for spreadsheets, also after spaces and in full-width forms. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u

/** Keeps rows and cells intact. Other characters stay, because programs compare names. */
const withoutControls = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ')

function cell(text: string): string {
  const plain = withoutControls(text)
  const defused = FORMULA.test(plain) || FORMULA.test(text) ? `'${plain}` : plain
  return `"${defused.replaceAll('"', '""')}"`
}

/** Spreadsheets expect a semicolon where the comma is the decimal sign. @param locale BCP 47 */
const separatorIn = (locale: string): string => (new Intl.NumberFormat(locale).format(0.5).includes(',') ? ';' : ',')

/** UTF-8 with a byte order mark for Excel. */
export const csvOf = (rows: readonly (readonly string[])[], separator = ','): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('')}`

/** Version of the files: incremented for a changed column, not for a new one. */
export const BOARD_VERSION = 2

/** An environment in both files: language-independent codes and ISO 8601 times, for programs. */
export interface BoardEntry {
  readonly customer: string
  readonly tenantName: string
  readonly tenantId: string
  readonly groups: readonly string[]
  readonly environment: string
  readonly environmentId: string
  readonly type?: string
  readonly cloud: string
  readonly stepsVerified: number
  readonly steps: number
  /** Kind in the list, for example `action-required`. */
  readonly state: string
  readonly owner?: string
  /** Of the kind that the state names, in all steps; in version 1, in the first of them. */
  readonly findings?: number
  readonly why?: string
  readonly keyExpires?: string
  readonly lastChecked?: string
  readonly account: string
}

const COLUMNS = [
  ...['customer', 'groups', 'environment', 'type', 'state', 'why', 'findings', 'owner', 'stepsVerified', 'steps', 'keyExpires'],
  ...['lastChecked', 'environmentId', 'tenantName', 'tenantId', 'cloud', 'account'],
] as const satisfies readonly (keyof BoardEntry)[]

const iso = (at: number | undefined): string | undefined => (at === undefined ? undefined : new Date(at).toISOString())

export function entryOf(row: EngagementRow): BoardEntry {
  const { customer, tenantName = customer, tenantId, groups = [], environment, environmentId, environmentType, cloud, account, state } = row
  return {
    customer,
    tenantName,
    tenantId,
    groups,
    environment,
    environmentId,
    ...defined({ type: environmentType }),
    cloud,
    stepsVerified: row.steps.filter((step) => step === 'verified').length,
    steps: row.steps.length,
    state: state.kind,
    ...('owner' in state ? { owner: state.owner, findings: state.findings } : {}),
    ...defined({ why: 'why' in state ? state.why : 'headline' in state ? state.headline : undefined }),
    ...defined({ keyExpires: iso(row.keyExpires), lastChecked: iso(row.checkedAt) }),
    account,
  }
}

/**
 * Exports rows.
 * @param at milliseconds since 1970-01-01T00:00:00Z
 * @param locale of the window: spreadsheets open the CSV in columns. Programs read the JSON
 */
export function boardFile(rows: readonly EngagementRow[], format: BoardFormat, at: number, locale = 'en'): FileToSave {
  const entries = rows.map((row) => entryOf(rowAt(row, at)))
  const name = `customers-${new Date(at).toISOString().slice(0, 10)}.${format}`
  if (format === 'json')
    return { name, content: `${JSON.stringify({ schema: BOARD_VERSION, madeAt: iso(at), environments: entries }, undefined, 1)}\n` }
  const cells = entries.map((entry) =>
    COLUMNS.map((column) => (column === 'groups' ? entry.groups.join('; ') : String(entry[column] ?? ''))),
  )
  return { name, content: csvOf([COLUMNS, ...cells], separatorIn(locale)) }
}
