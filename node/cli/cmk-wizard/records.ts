import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { defined } from '#machines/defined.ts'
import { rowAt } from '#machines/engine/situation/listed.ts'
import type { EngagementRow } from '#machines/engine/wizard/view.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { sameId } from '#machines/procedure/ids.ts'
import { LISTED_AS } from '#machines/procedure/listed-as.ts'
import type { Formatter } from '#messages/formatter.ts'
import { customersFile, type KeptCustomers } from '../../records/customers/customers-file.ts'
import { copiedFrom } from '../../records/engagement/copied-files.ts'
import { FILE, isRemoved, JOURNAL, listEngagements, withHolders } from '../../records/engagement/folder-store.ts'
import { boardOf } from '../../records/engagement/listing.ts'
import { fileMessages } from '../../records/engagement/messages.ts'
import { engagementId, isEngagementId, type Listed, type Place } from '../../records/engagement/store.ts'
import { thisRun } from '../../records/engagement/this-run.ts'
import { copyFolder, setTeamStore, TEAM_CONFIG, teamConfigFile } from '../../records/team/config.ts'
import { copiesOf } from '../../records/team/copies.ts'
import { currentFile, currentLog } from '../../records/team/names.ts'
import type { Command } from './command.ts'
import { messages } from './messages.ts'
import { momentIn } from './moment.ts'
import type { Recorded } from './results.ts'
import type { Variables } from './targets.ts'

const APP = 'CMK Enablement Wizard'

function appData(variables: Variables, platform: NodeJS.Platform): string {
  if (platform === 'win32') return variables['APPDATA'] ?? path.join(homedir(), 'AppData', 'Roaming')
  if (platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support')
  return variables['XDG_CONFIG_HOME'] || path.join(variables['HOME'] ?? homedir(), '.config')
}

export type Placed = Listed & { readonly folder: string }

export interface Records {
  readonly folder: string
  readonly all: readonly Placed[]
  /** What the app read and keeps beside its records. */
  readonly kept?: KeptCustomers
}

/** For a downloaded team store, in which an immutability policy makes each save a separate file. */
const fileIn = async (folder: string): Promise<string> => currentFile(await filesIn(folder))?.name ?? FILE

/** The current log, for the same reason. */
export const logIn = async (folder: string): Promise<string> => path.join(folder, currentLog(await filesIn(folder))?.name ?? JOURNAL)

const filesIn = async (folder: string) => (await readdir(folder).catch(() => [])).map((name) => ({ name }))

async function listIn(folder: string): Promise<readonly Placed[]> {
  const listed = await withHolders(folder, await listEngagements(folder, { fileIn }), thisRun())
  const known = new Set(listed.map(({ id }) => id))
  const others = (await filesIn(folder)).flatMap(({ name }) => (isEngagementId(name) && !isRemoved(name) && !known.has(name) ? [name] : []))
  const logs = await Promise.all(others.map(async (id) => (currentLog(await filesIn(path.join(folder, id))) ? [id] : [])))
  return [...listed, ...logs.flat().map((id): Listed => ({ id, ok: false, why: fileMessages.logOnly }))].map((each) => ({
    ...each,
    folder,
  }))
}

async function sharedIn(profile: string, set: Awaited<ReturnType<typeof setTeamStore>>): Promise<readonly Placed[]> {
  if (!set.ok) return (await Promise.all((await copiesOf(profile)).map(listIn))).flat()
  return set.content.address === undefined ? [] : listIn(copyFolder(profile, set.content.address))
}

/**
 * Reads the records of the named folder, otherwise of the app on this computer and its copy of the team's store. Never
 * writes, and doesn't disturb an open wizard.
 */
export async function readRecords(command: Command, variables: Variables): Promise<Records> {
  const named = command.value('folder')
  if (named !== undefined) return { folder: named, all: await listIn(named) }
  const profile = path.join(appData(variables, process.platform), APP)
  const folder = path.join(profile, 'engagements')
  const set = await setTeamStore(teamConfigFile(profile))
  const [own, shared, kept] = await Promise.all([listIn(folder), sharedIn(profile, set), customersFile(profile, Date.now, unsaid).read()])
  // Counts as a record that wasn't read: which ones the team has isn't known.
  const unknown: readonly Placed[] = set.ok ? [] : [{ id: TEAM_CONFIG, ok: false, why: set.why, folder: profile }]
  return { folder, all: [...shared, ...own.filter(({ id }) => !shared.some((each) => each.id === id)), ...unknown], kept }
}

/** The result says it, in the person's language. */
const unsaid = (): void => undefined

export const recordOf = (records: readonly Listed[], { tenantId, environmentId }: Place): (Listed & { readonly ok: true }) | undefined =>
  engagementsIn(records).find(
    ({ engagement: { tenant, environment } }) => sameId(tenant.id, tenantId) && sameId(environment.id, environmentId),
  )

export type Unreadable = Listed & { readonly ok: false }

const isUnreadable = (each: Listed): each is Unreadable => !each.ok

/** Name of a record's folder, also of one that another program copied or renamed. */
export const recordNameOf = ({ id }: Listed): string => copiedFrom(id) ?? id

/** Unreadable records of an environment, by folder name. Other names may be of any environment. */
export const unreadableOf = (records: readonly Listed[], place: Place): readonly Unreadable[] =>
  records.filter(isUnreadable).filter((each) => !isEngagementId(recordNameOf(each)) || recordNameOf(each) === engagementId(place))

/** Unreadable records of a tenant, without copies beside the folder that they were made of. */
export const unreadableIn = (records: readonly Listed[], tenantId: string): readonly Unreadable[] => {
  const [tenant] = engagementId({ tenantId, environmentId: tenantId }).split('_')
  const isBeside = ({ id }: Listed): boolean => records.some((each) => each.id === copiedFrom(id))
  return records
    .filter(isUnreadable)
    .filter((each) => !isBeside(each) && (!isEngagementId(recordNameOf(each)) || recordNameOf(each).startsWith(`${tenant}_`)))
}

export const engagementsIn = <Each extends Listed>(records: readonly Each[]): readonly (Each & { readonly ok: true })[] =>
  records.filter((each): each is Each & { readonly ok: true } => each.ok)

/** As the app's list has them, with what its checks have read since. */
export const rowsOf = ({ all, kept = { customers: [] } }: Records, now: number): readonly EngagementRow[] =>
  (boardOf(LISTED_AS, all, { ...kept, directories: [] }).engagements ?? []).map((row) => rowAt(row, now))

function whyOf(formatter: Formatter, state: EngagementRow['state']): readonly DisplayText[] {
  if (state.kind === 'due') return [messages.keyExpires({ when: momentIn(formatter, state.expires) })]
  if (state.kind === 'missed') return [messages.startPassed]
  if (state.kind === 'overdue') return [messages.overdue]
  return 'why' in state ? [state.why] : 'headline' in state && state.headline !== undefined ? [state.headline] : []
}

export function recordedOf(formatter: Formatter, listed: Listed, row: EngagementRow): Recorded {
  const { customer, tenantId, environment: name, environmentId: id, environmentType: type, checkedAt, savedAt, steps, state, note } = row
  // Copies that another program made are named beside the record.
  const why = [...whyOf(formatter, state), ...(note === undefined ? [] : [note])].map(formatter.text).join(' ') || undefined
  return {
    record: listed.id,
    customer,
    tenantId,
    state: state.kind,
    steps: [...steps],
    ...(listed.ok ? { environment: { id, name: name === '' ? id : name, ...defined({ type }) }, savedAt } : {}),
    ...defined({ why, checkedAt, baselineAt: listed.ok ? listed.engagement.end?.at : undefined }),
  }
}

/** Practice and recordings have no records. */
export async function recordsFor(command: Command, variables: Variables): Promise<Records> {
  const isSimulated = command.has('practice') || command.has('recording')
  return isSimulated && !command.has('folder') ? { folder: '', all: [] } : readRecords(command, variables)
}
