export interface KnownMember {
  readonly kinds: readonly string[]
  /** Present in every practice answer that has its parent. */
  readonly always: boolean
  readonly read: boolean
  readonly required: boolean
}

interface KnownOperation {
  readonly statuses: readonly number[]
  readonly headers: readonly string[]
  readonly members: Readonly<Record<string, string>>
}

/** Known answers: those of the practice tenant, with the members that schemas read. Generated, never edited by hand. */
export interface Known {
  readonly operations: Readonly<Record<string, KnownOperation>>
  readonly words: Readonly<Record<string, readonly string[]>>
}

export const REFUSED = 'refused'

const read = new WeakMap<Known, ReadonlyMap<string, ReadonlyMap<string, readonly [path: string, member: KnownMember]>>>()

function membersIn(known: Known, operation: string): ReadonlyMap<string, readonly [path: string, member: KnownMember]> | undefined {
  const all =
    read.get(known) ??
    new Map(
      Object.entries(known.operations).map(([name, { members }]) => [
        name,
        new Map(Object.entries(members).map(([path, words]) => [path.toLowerCase(), [path, memberOf(words)] as const])),
      ]),
    )
  read.set(known, all)
  return all.get(operation)
}

const FLAGS = ['always', 'read', 'required'] as const

function memberOf(written: string): KnownMember {
  const words = written.split(' ')
  const [always, read, required] = FLAGS.map((flag) => words.includes(flag))
  const kinds = words.filter((word) => !FLAGS.some((flag) => flag === word))
  return { kinds, always: always === true, read: read === true, required: required === true }
}

/** @param path in any case */
export const memberAt = (known: Known, operation: string, path: string): KnownMember | undefined =>
  membersIn(known, operation)?.get(path.toLowerCase())?.[1]

export function membersOf(known: Known, operation: string, path: string): readonly (readonly [path: string, member: KnownMember])[] {
  const start = path === '' ? '' : `${path.toLowerCase()}.`
  return [...(membersIn(known, operation) ?? [])].flatMap(([lower, entry]) =>
    lower.startsWith(start) && lower !== start && !/[.[]/.test(lower.slice(start.length)) ? [entry] : [],
  )
}
