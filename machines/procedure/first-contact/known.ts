/** What is known of a member of an answer. */
export interface KnownMember {
  /** `string`, `number`, `boolean`, `object`, `array`. */
  readonly kinds: readonly string[]
  /** In every answer of the practice tenant whose place for it is there. */
  readonly always: boolean
  /** The wizard's schemas read it. */
  readonly read: boolean
  /** Without it, the wizard can't read the answer. */
  readonly required: boolean
}

interface KnownOperation {
  readonly statuses: readonly number[]
  /** Those of the headers that the wizard reads which come with each answer. */
  readonly headers: readonly string[]
  /** Kinds and flags of each member, by its path. */
  readonly members: Readonly<Record<string, string>>
}

/**
 * What the wizard knows of the services' answers: as the practice tenant gives them, with what the schemas read of them. It's written from
 * both, never by hand.
 */
export interface Known {
  readonly operations: Readonly<Record<string, KnownOperation>>
  /** By the name of their list. */
  readonly words: Readonly<Record<string, readonly string[]>>
}

/** Under which the answers of all services are known that refuse something. */
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

/** @param path in any case, as the wizard reads it */
export const memberAt = (known: Known, operation: string, path: string): KnownMember | undefined =>
  membersIn(known, operation)?.get(path.toLowerCase())?.[1]

/** The members of an object. @param path of the object, empty for the whole answer */
export function membersOf(known: Known, operation: string, path: string): readonly (readonly [path: string, member: KnownMember])[] {
  const start = path === '' ? '' : `${path.toLowerCase()}.`
  return [...(membersIn(known, operation) ?? [])].flatMap(([lower, entry]) =>
    lower.startsWith(start) && lower !== start && !/[.[]/.test(lower.slice(start.length)) ? [entry] : [],
  )
}
