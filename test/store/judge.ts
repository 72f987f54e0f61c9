import type { DisplayText } from '#machines/messages/message.ts'
import { verifyJournal } from '#node/records/engagement/journal/journal-file.ts'
import type { Listed } from '#node/records/engagement/store.ts'
import { ENVIRONMENTS, type Environment } from './commands.ts'
import { fileAt, keysIn, type Ledger, logIn, onlyHere, putAway, recordIn, saveIn } from './ledger.ts'
import { type Desk, idOf, type Team } from './team.ts'

const isConfirmed = ({ lines }: Ledger, key: string): boolean => lines.some((each) => each.key === key)

interface ListShown {
  /** State of the store at the request for the list. */
  readonly inStore: readonly Environment[]
  readonly rows: readonly Listed[]
  readonly lacks?: DisplayText
}

/** A list shows all that is in the store and on the computer, or says what it lacks. */
export function complaintsAboutList(team: Team, ledger: Ledger, desk: Desk, { inStore, rows, lacks }: ListShown): readonly string[] {
  const { run, person } = desk
  return ENVIRONMENTS.flatMap((of) => {
    const row = rows.find(({ id }) => id === idOf(of))
    const isOpen = run.sessions.has(of)
    const own = fileAt(run.own, idOf(of), 'engagement.json') !== undefined
    const waiting = isOpen ? [] : onlyHere(team, ledger, desk, of).filter((key) => isConfirmed(ledger, key))
    const isCopied = fileAt(run.copies, idOf(of), 'engagement.json') !== undefined
    const silent = (what: string): string => `The list of ${person} is silent of ${of}: ${what}`
    return [
      ...(own && !row ? [silent('the record on the computer')] : []),
      ...(lacks === undefined && inStore.includes(of) && recordIn(team, of) && !row ? [silent('the record in the store')] : []),
      ...(waiting.length > 0 && isCopied && !row ? [silent(`a copy with ${waiting.join(', ')}`)] : []),
      ...(waiting.length > 0 && row && row.note === undefined && (lacks === undefined || !ledger.logsDeleted.has(of))
        ? [silent(`that ${waiting.join(', ')} wait`)]
        : []),
      ...(own && isCopied && row && row.note === undefined && lacks === undefined ? [silent('the second record on the computer')] : []),
    ]
  })
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
  // Where a record can't be read, its row says so, and opening it brings the copy before.
  const previous = [
    team.service.contents().get(`${idOf(of)}/engagement.previous.json`),
    ...runs.map((run) => fileAt(run.copies, idOf(of), 'engagement.previous.json')),
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
