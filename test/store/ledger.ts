import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Command, Environment } from './commands.ts'
import { type Desk, idOf, type Team } from './team.ts'

interface Confirmed {
  readonly key: string
  readonly of: Environment
}

/** A line's own name: of what a person said, and of what began a change. */
export function keysIn(journal: Buffer | string | undefined): readonly string[] {
  return (journal ?? '')
    .toString()
    .split('\n')
    .slice(0, -1)
    .flatMap((text) => {
      const { kind, content } = JSON.parse(text)
      if (kind === 'apply-started') return [`B${content.attempt}`]
      return typeof content.key === 'string' ? [content.key] : []
    })
}

/** True unless it was cut off. */
export const isWhole = (record: Buffer | string): boolean => record.toString().trimEnd().endsWith('}')

export function saveIn(record: Buffer | string | undefined): string | undefined {
  if (record === undefined || !isWhole(record)) return undefined
  return JSON.parse(record.toString()).attestations?.[0]?.by
}

export const fileAt = (...names: readonly string[]): Buffer | undefined => {
  const file = path.join(...names)
  return existsSync(file) ? readFileSync(file) : undefined
}

const folderAt = (...names: readonly string[]): readonly string[] => {
  const folder = path.join(...names)
  return existsSync(folder) ? readdirSync(folder) : []
}

const numberOf = (name: string): number => Number(/\.(\d+)\.jsonl?$/.exec(name)?.[1] ?? 1)

const LOGS = /\/journal(\.\d+)?\.jsonl$/
export const isLog = (name: string): boolean => !name.startsWith('removed') && LOGS.test(name)
const RECORDS = /\/engagement(\.\d+)?\.json$/

/** The blobs of a pattern, the last begun at the end. */
const numbered = (team: Team, id: string, pattern: RegExp) =>
  [...team.service.contents()]
    .filter(([name]) => name.startsWith(`${id}/`) && pattern.test(name))
    .toSorted(([a], [b]) => numberOf(a) - numberOf(b))

/** The log in use, as an administrator reads it: one that only begins the log before isn't in use. */
export function logAt(team: Team, of: Environment): readonly [name: string, bytes: Buffer] | undefined {
  const [before, last] = numbered(team, idOf(of), LOGS).slice(-2)
  if (!before || !last) return before
  return last[1].length < before[1].length && before[1].subarray(0, last[1].length).equals(last[1]) ? before : last
}

export const logIn = (team: Team, of: Environment): Buffer | undefined => logAt(team, of)?.[1]

export const recordAt = (team: Team, of: Environment) => numbered(team, idOf(of), RECORDS).at(-1)

export const recordIn = (team: Team, of: Environment): Buffer | undefined => recordAt(team, of)?.[1]

/** Manual deletion by an administrator. */
export function meantBy(team: Team, { what, of }: Extract<Command, { readonly does: 'delete by hand' }>): readonly string[] {
  const names = [...team.service.contents().keys()]
  const [logs, records] = [LOGS, RECORDS].map((pattern) => numbered(team, idOf(of), pattern).map(([name]) => name))
  switch (what) {
    case 'everything':
      return names
    case 'marker':
      return names.filter((name) => name === 'team-store.json')
    case 'all':
      return names.filter((name) => name.startsWith(`${idOf(of)}/`))
    case 'record':
      return records ?? []
    case 'last save':
      return records?.slice(-1) ?? []
    case 'log':
      return logs ?? []
    case 'last log':
      return logs?.slice(-1) ?? []
    default:
      return what satisfies never
  }
}

/** The folders of an environment that were put away under another name. */
export const removedIn = (folder: string, of: Environment): readonly string[] =>
  folderAt(folder).filter((name) => name.startsWith('removed-') && name.endsWith(`-${idOf(of)}`))

/**
 * All bytes that were put away under another name because a person took an environment off a list.
 * @param takenOff folders of copies that were: others were put away because the store has all of it
 */
export function putAway(team: Team, of: Environment, takenOff: ReadonlySet<string>): readonly (readonly [name: string, bytes: Buffer])[] {
  const id = idOf(of)
  const inStore = [...team.service.contents()].filter(([name]) => name.startsWith('removed-') && name.includes(`-${id}/`))
  const onDesks = [...team.desks.values()].flatMap(({ run: { own, copies } }) =>
    [
      ...removedIn(own, of).map((folder) => path.join(own, folder)),
      ...removedIn(copies, of).flatMap((folder) => (takenOff.has(folder) ? [path.join(copies, folder)] : [])),
    ].flatMap((folder) => folderAt(folder).map((name) => [name, fileAt(folder, name) ?? Buffer.alloc(0)] as const)),
  )
  return [...inStore, ...onDesks]
}

/** Names that a program which syncs folders gives to a copy. */
export const copyOf = (of: Environment): string => `${idOf(of)} (1)`
export const COPIED_FILE = 'engagement (1).json'

/** Confirmed lines of each person, and irrecoverable losses. */
export class Ledger {
  readonly lines: Confirmed[] = []
  readonly saves: Confirmed[] = []
  /** Of each save that was tried, the one that it continues. */
  readonly parents = new Map<string, string | undefined>()
  /** Deleted by hand, while no computer had a copy. */
  readonly destroyed = new Set<string>()
  /** Environments whose log or record was deleted or cut off by hand: what is only on a computer can't be known without the store. */
  readonly changedByHand = { logs: new Set<Environment>(), records: new Set<Environment>() }
  /** Folders of copies that a person took off the list. */
  readonly takenOff = new Set<string>()
  /** Logs in the store that were cut off by hand. */
  readonly cut = new Set<string>()
  /** Copied folders' records, by person, folder and environment. */
  readonly copied = new Map<string, Buffer>()
  /** Environments removed from a list. */
  readonly removed = new Set<Environment>()
  #last = 0

  next(kind: string): string {
    this.#last += 1
    return `${kind}${this.#last}`
  }

  nextNumber(): number {
    this.#last += 1
    return this.#last
  }

  /** Before blobs are deleted by hand: what only they have can't be shown any more. */
  willDelete(team: Team, of: Environment, names: readonly string[]): void {
    const id = idOf(of)
    const deleted = new Set(names)
    const kept = new Set<string>()
    for (const [name, bytes] of team.service.contents()) if (!deleted.has(name) && this.#isShown(name, of)) keep(kept, name, bytes)
    for (const { run } of team.desks.values())
      for (const folder of [run.own, run.copies])
        for (const name of ['journal.jsonl', 'engagement.json']) keep(kept, name, fileAt(folder, id, name))
    if (names.some((name) => name.endsWith('.jsonl'))) this.changedByHand.logs.add(of)
    if (names.some((name) => RECORDS.test(name))) this.changedByHand.records.add(of)
    for (const name of names) {
      const lost = new Set<string>()
      keep(lost, name, team.service.contents().get(name))
      for (const key of lost) if (!kept.has(key)) this.destroyed.add(key)
    }
  }

  /** Before a file is cut off by hand: what only the part behind that had can't be shown any more. @param cut its name in the store, or its path */
  willCut(team: Team, of: Environment, cut: string, rest: Buffer): void {
    const kept = new Set<string>()
    const lost = new Set<string>()
    const put = (place: string, name: string, bytes: Buffer | undefined): void => {
      if (place === cut) keep(lost, name, bytes)
      keep(kept, name, place === cut ? rest : bytes)
    }
    for (const [name, bytes] of team.service.contents()) if (name.includes(idOf(of)) && this.#isShown(name, of)) put(name, name, bytes)
    for (const { run } of team.desks.values())
      for (const folder of [run.own, run.copies])
        for (const name of folderAt(folder, idOf(of)))
          if (/^(journal|engagement)(\.previous)?\.jsonl?$/.test(name)) {
            const place = path.join(folder, idOf(of), name)
            put(place, name, fileAt(place))
          }
    for (const key of lost) if (!kept.has(key)) this.destroyed.add(key)
  }

  /** What was put away, as by a move, is shown only where a person took the environment off the list. */
  #isShown(name: string, of: Environment): boolean {
    return !name.startsWith('removed-') || this.removed.has(of)
  }

  /** A save counts as kept where one that continues it is. */
  withAncestors(shown: ReadonlySet<string>): ReadonlySet<string> {
    const all = new Set(shown)
    const { parents } = this
    for (const key of shown) for (let at = parents.get(key); at !== undefined && !all.has(at); at = parents.get(at)) all.add(at)
    return all
  }
}

function keep(found: Set<string>, name: string, bytes: Buffer | undefined): void {
  if (bytes === undefined) return
  if (name.endsWith('.jsonl')) for (const key of keysIn(bytes)) found.add(key)
  else if (/engagement[^/]*\.json$/.test(name)) {
    const save = saveIn(bytes)
    if (save !== undefined) found.add(save)
  }
}

/** Lines of a copy that no log of the store has, which its computer's list must report. */
export function onlyHere(team: Team, ledger: Ledger, { run }: Desk, of: Environment): readonly string[] {
  const known = new Set([
    ...keysIn(logIn(team, of)),
    ...putAway(team, of, ledger.takenOff).flatMap(([name, bytes]) => (name.endsWith('.jsonl') ? keysIn(bytes) : [])),
  ])
  return keysIn(fileAt(run.copies, idOf(of), 'journal.jsonl')).filter((key) => !known.has(key))
}
