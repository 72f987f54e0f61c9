import { type DisplayText, isMessage } from '#machines/messages/message.ts'
import { verifyJournal } from '#node/records/engagement/journal/journal-file.ts'
import { fileMessages, recordMessages } from '#node/records/engagement/messages.ts'
import type { Listed, Opening } from '#node/records/engagement/store.ts'
import { holderOfBlob } from '#node/records/team/lease.ts'
import { teamMessages } from '#node/records/team/messages.ts'
import { ENVIRONMENTS, type Environment, type Person } from './commands.ts'
import {
  COPIED_FILE,
  copyOf,
  fileAt,
  isLog,
  isWhole,
  keysIn,
  type Ledger,
  logAt,
  logIn,
  onlyHere,
  putAway,
  recordIn,
  saveIn,
} from './ledger.ts'
import { type Desk, idOf, type Team } from './team.ts'

const ALSO_HERE = teamMessages.alsoHere.messageId
const COPIED_FILES = fileMessages.copiedFiles({ count: 1, file: '' }).messageId

const UNUSABLE = recordMessages.folderUnusable({ why: '' }).messageId

const isConfirmed = ({ lines }: Ledger, key: string): boolean => lines.some((each) => each.key === key)

interface ListShown {
  /** State of the store at the request for the list. */
  readonly inStore: readonly Environment[]
  /** Environments whose record couldn't be read at the request for the list. The store's answer can be of before a later damage. */
  readonly damaged: readonly Environment[]
  /** Who has it open, from the request to the answer. */
  readonly holders: ReadonlyMap<Environment, Person>
  readonly rows: readonly Listed[]
  readonly lacks?: DisplayText
  /** Where something was changed by hand after the request: what waited then. The store's answer can be of before that. */
  readonly waited?: Waited
}

/** Confirmed lines and saves of a computer's copies that nothing in the store has. */
export type Waited = ReadonlyMap<Environment, Waiting>

interface Waiting {
  readonly lines: readonly string[]
  readonly save: string | undefined
}

/** A log that the wizard writes has whole lines after each request. @param cut logs that were cut off by hand */
export const tornLogs = (team: Team, cut: ReadonlySet<string>): readonly string[] =>
  [...team.service.contents()].flatMap(([name, bytes]) =>
    isLog(name) && bytes.length > 0 && bytes.at(-1) !== 0x0a && !cut.has(name) ? [`${name} ends in half a line`] : [],
  )

/** The wizard of another person that is running, and whose lease of the environment is in force. */
export function holderAtWork(team: Team, desk: Desk, of: Environment): Person | undefined {
  const [log] = logAt(team, of) ?? []
  const holder = log === undefined ? undefined : team.leaseholder(log)
  if (!holder || holder.person === desk.person) return undefined
  return team.at(holder.person).run.holding.processId === holder.processId ? holder.person : undefined
}

/** The log says whose lease it is, which a policy can forbid. */
export async function isNamed(team: Team, of: Environment): Promise<boolean> {
  const [name] = logAt(team, of) ?? []
  const log = name === undefined ? undefined : await team.service.at().head(name)
  return log !== undefined && holderOfBlob(log)?.id === team.service.leaseOf(log.name)
}

/** Copies that a program which syncs folders made are as they were. */
export const changedCopies = (team: Team, copied: ReadonlyMap<string, Buffer>): readonly string[] =>
  [...copied].flatMap(([key, bytes]) => {
    const [person, folder, of] = JSON.parse(key)
    const found = fileAt(team.at(person).run[folder === 'own' ? 'own' : 'copies'], copyOf(of), 'engagement.json')
    return found?.equals(bytes) ? [] : [`The copy ${copyOf(of)} in ${folder} of ${person} isn't as it was`]
  })

/** A row says that work isn't in the store, and how much of it. Other notes say nothing of it. */
function tellsOfWork(row: Listed, lines: number): boolean {
  if (!row.ok) return true
  if (row.note === undefined || !isMessage(row.note)) return false
  if ([ALSO_HERE, COPIED_FILES].includes(row.note.messageId)) return false
  const told = row.note.values?.['lines']
  return typeof told !== 'number' || told >= lines
}

/** Where it isn't the store's own list, a computer can't know what was deleted or cut off by hand. */
function mustTell(ledger: Ledger, of: Environment, lacks: DisplayText | undefined, what: 'logs' | 'records'): boolean {
  return lacks === undefined || !ledger.changedByHand[what].has(of)
}

/** A list shows all that is in the store and on the computer, or says what it lacks. */
export function complaintsAboutList(team: Team, ledger: Ledger, desk: Desk, shown: ListShown): readonly string[] {
  return ENVIRONMENTS.flatMap((of) => {
    const row = shown.rows.find(({ id }) => id === idOf(of))
    const silentOf = [...silentOfWork(team, ledger, desk, of, row, shown), ...silentOfRecords(team, desk, of, row, shown)]
    return silentOf.map((what) => `The list of ${desk.person} is silent of ${of}: ${what}`)
  })
}

function waitingOf(team: Team, ledger: Ledger, desk: Desk, of: Environment): Waiting {
  const lines = onlyHere(team, ledger, desk, of).filter((key) => isConfirmed(ledger, key))
  return { lines, save: saveOnlyHere(team, ledger, desk, of) }
}

export const waitingAt = (team: Team, ledger: Ledger, desk: Desk): Waited =>
  new Map(ENVIRONMENTS.map((of) => [of, waitingOf(team, ledger, desk, of)]))

/** Confirmed lines and saves that only this computer has. */
function silentOfWork(team: Team, ledger: Ledger, desk: Desk, of: Environment, row: Listed | undefined, { lacks, waited }: ListShown) {
  if (desk.run.sessions.has(of)) return []
  const isCopied = fileAt(desk.run.copies, idOf(of), 'engagement.json') !== undefined
  const now = waitingOf(team, ledger, desk, of)
  const before = waited === undefined ? now : waited.get(of)
  const lines = now.lines.filter((key) => before?.lines.includes(key))
  const save = before?.save === now.save ? now.save : undefined
  return [
    ...(lines.length > 0 && isCopied && !row ? [`a copy with ${lines.join(', ')}`] : []),
    ...(lines.length > 0 && row && !tellsOfWork(row, lacks === undefined ? lines.length : 0) && mustTell(ledger, of, lacks, 'logs')
      ? [`that ${lines.join(', ')} wait`]
      : []),
    ...(save !== undefined && (!row || !tellsOfWork(row, 0)) && mustTell(ledger, of, lacks, 'records') ? [`that ${save} waits`] : []),
  ]
}

/** The confirmed save of a copy, if nothing in the store has it or continues it. */
function saveOnlyHere(team: Team, ledger: Ledger, { run }: Desk, of: Environment): string | undefined {
  const save = saveIn(fileAt(run.copies, idOf(of), 'engagement.json'))
  if (save === undefined || !ledger.saves.some(({ key }) => key === save)) return undefined
  const { inStore, away } = placesOfSaves(team, ledger, of)
  return ledger.withAncestors(new Set([...inStore, ...away])).has(save) ? undefined : save
}

/** Environments whose record in the store, or whose copy on this computer, can't be read. */
export const damagedAt = (team: Team, { run }: Desk): readonly Environment[] =>
  ENVIRONMENTS.filter((of) =>
    [recordIn(team, of), fileAt(run.copies, idOf(of), 'engagement.json')].some((record) => record && !isWhole(record)),
  )

/** Records in the store and on this computer, damaged ones, and copies of other programs. */
function silentOfRecords(
  team: Team,
  desk: Desk,
  of: Environment,
  row: Listed | undefined,
  { rows, lacks, inStore, damaged, holders }: ListShown,
) {
  const { run } = desk
  const own = fileAt(run.own, idOf(of), 'engagement.json')
  const copy = fileAt(run.copies, idOf(of), 'engagement.json')
  const inStoreNow = recordIn(team, of)
  const isClosed = !run.sessions.has(of)
  const isDamaged = damaged.includes(of) && damagedAt(team, desk).includes(of)
  const holder = holders.get(of)
  return [
    ...(own && !row ? ['the record on the computer'] : []),
    ...(lacks === undefined && inStore.includes(of) && inStoreNow && !row ? ['the record in the store'] : []),
    ...(lacks === undefined && isClosed && isDamaged && row?.ok && row.note === undefined ? ['the record that can’t be read'] : []),
    ...(lacks === undefined && isClosed && inStore.includes(of) && inStoreNow && holder !== undefined && row?.held?.user !== holder
      ? [`that ${holder} has it open`]
      : []),
    ...[run.own, run.copies].flatMap((folder) => [
      ...(fileAt(folder, copyOf(of), 'engagement.json') && !rows.some(({ id }) => id === copyOf(of)) ? [`the folder ${copyOf(of)}`] : []),
      ...(fileAt(folder, idOf(of), COPIED_FILE) && (!row || (row.ok && row.note === undefined)) ? [`the file ${COPIED_FILE}`] : []),
    ]),
    ...(own && copy && row && row.note === undefined && lacks === undefined ? ['the second record on the computer'] : []),
  ]
}

/** Nobody waits for a lease or a lock that no one has, and no folder is in the way of its own wizard. @param isHere opened outside the store */
export function lockedOut(team: Team, desk: Desk, of: Environment, opening: Opening, isHere: boolean): readonly string[] {
  if (opening.ok) return []
  if ('why' in opening)
    return isMessage(opening.why) && opening.why.messageId === UNUSABLE
      ? [`${desk.person} can't open ${of}: ${JSON.stringify(opening.why)}`]
      : []
  const [log] = logAt(team, of) ?? []
  const holder = log === undefined || isHere ? undefined : team.leaseholder(log)
  // Of a run that was killed, or that closed it: what is open isn't opened again.
  const isOwn = holder?.person === desk.person
  return holder && !isOwn ? [] : [`${desk.person} is told that ${of} is open (${opening.held.state}), and no one has it`]
}

/** Where a key is. `here`: on a computer, outside the store. */
interface Places {
  readonly inStore: ReadonlySet<string>
  readonly here: ReadonlySet<string>
  readonly waiting: ReadonlySet<string>
  readonly away: ReadonlySet<string>
}

function placesOfLines(team: Team, ledger: Ledger, of: Environment): Places {
  const runs = [...team.desks.values()].map(({ run }) => run)
  const journals = (folder: 'own' | 'copies') => runs.flatMap((run) => keysIn(fileAt(run[folder], idOf(of), 'journal.jsonl')))
  return {
    inStore: new Set(keysIn(logIn(team, of))),
    here: new Set(journals('own')),
    waiting: new Set(journals('copies')),
    away: new Set(putAway(team, of, ledger.takenOff).flatMap(([name, bytes]) => (name.endsWith('.jsonl') ? keysIn(bytes) : []))),
  }
}

/** A record that was set aside, where the log names its file. */
function asideIn(team: Team, of: Environment): readonly string[] {
  const runs = [...team.desks.values()].map(({ run }) => run)
  const logs = [logIn(team, of), ...runs.flatMap((run) => [run.own, run.copies].map((folder) => fileAt(folder, idOf(of), 'journal.jsonl')))]
  const named = logs.flatMap((log) => [...(log ?? '').toString().matchAll(/"keptAs":"([^"]+)"/g)].map(([, name]) => name ?? ''))
  return named.flatMap((name) =>
    [
      team.service.contents().get(`${idOf(of)}/${name}`),
      ...runs.flatMap((run) => [run.own, run.copies].map((folder) => fileAt(folder, idOf(of), name))),
    ].flatMap((file) => saveIn(file) ?? []),
  )
}

function placesOfSaves(team: Team, ledger: Ledger, of: Environment): Places {
  const runs = [...team.desks.values()].map(({ run }) => run)
  const records = (folder: 'own' | 'copies') => runs.flatMap((run) => saveIn(fileAt(run[folder], idOf(of), 'engagement.json')) ?? [])
  // Where a record can't be read, its row says so, and opening it brings the copy before. Nothing says so of any other copy before.
  const isDamaged = (record: Buffer | undefined): boolean => record !== undefined && !isWhole(record)
  const isDamagedThere = isDamaged(recordIn(team, of))
  const previous = [
    isDamagedThere ? team.service.contents().get(`${idOf(of)}/engagement.previous.json`) : undefined,
    ...runs
      .filter((run) => isDamagedThere || isDamaged(fileAt(run.copies, idOf(of), 'engagement.json')))
      .map((run) => fileAt(run.copies, idOf(of), 'engagement.previous.json')),
  ].flatMap((bytes) => saveIn(bytes) ?? [])
  return {
    inStore: new Set([...[saveIn(recordIn(team, of)) ?? []].flat(), ...asideIn(team, of)]),
    here: new Set(records('own')),
    waiting: new Set([...records('copies'), ...previous]),
    away: new Set(
      putAway(team, of, ledger.takenOff).flatMap(([name, bytes]) => (/engagement[^/]*\.json$/.test(name) ? (saveIn(bytes) ?? []) : [])),
    ),
  }
}

/**
 * Every line and every save that a person saw confirmed is where the app shows it.
 * @param when `shown`: a copy on a computer counts, because its list was held against it; `brought`: everything was opened since
 */
export async function complaintsAtTheEnd(team: Team, ledger: Ledger, when: 'shown' | 'brought'): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const of of ENVIRONMENTS) {
    const [lines, saves] = [placesOfLines(team, ledger, of), placesOfSaves(team, ledger, of)]
    const isThere = (places: Places, key: string): boolean =>
      places.inStore.has(key) ||
      places.here.has(key) ||
      (when === 'shown' && places.waiting.has(key)) ||
      (ledger.removed.has(of) && places.away.has(key))
    for (const { key } of ledger.lines.filter((each) => each.of === of))
      if (!isThere(lines, key) && !ledger.destroyed.has(key)) wrong.push(`Lost (${when}): the line ${key} of ${of}`)
    const kept = ledger.withAncestors(new Set([...ledger.parents.keys()].filter((key) => isThere(saves, key))))
    for (const { key } of ledger.saves.filter((each) => each.of === of))
      if (!kept.has(key) && !ledger.destroyed.has(key)) wrong.push(`Lost (${when}): the save ${key} of ${of}`)
    const journals: readonly (readonly [string, Buffer | undefined])[] = [
      ['the store', logIn(team, of)],
      ...[...team.desks.values()].flatMap(({ person, run }) =>
        [run.own, run.copies].map((folder) => [`${person}’s computer`, fileAt(folder, idOf(of), 'journal.jsonl')] as const),
      ),
    ]
    for (const [where, journal] of journals) {
      if (!journal) continue
      const verdict = await verifyJournal(journal)
      if (!verdict.ok) wrong.push(`The log of ${of} in ${where} doesn't hold from line ${verdict.brokenAt}`)
      const keys = keysIn(journal)
      const doubled = keys.filter((key, index) => keys.indexOf(key) !== index)
      if (doubled.length > 0) wrong.push(`Doubled in the log of ${of} in ${where}: ${doubled.join(', ')}`)
    }
  }
  return wrong
}
