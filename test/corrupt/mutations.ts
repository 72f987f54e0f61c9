import type { Random } from '../../practice/random.ts'

/** What is where the file was: other bytes, a folder, or nothing. */
export type Mutated = { readonly kind: 'bytes'; readonly bytes: Buffer } | { readonly kind: 'folder' } | { readonly kind: 'gone' }

export interface Mutation {
  readonly name: string
  /** Large ones are drawn more seldom. */
  readonly weight: number
  readonly of: (file: Buffer, random: Random, others: Others) => Mutated
}

/** Files of the same name that belong elsewhere. */
export interface Others {
  /** Of another tenant and environment, whole and in order. */
  readonly foreign: Buffer
}

const FIFTY_MEGABYTES = 50 * 1024 * 1024

const below = (random: Random, count: number): number => Math.floor(random() * count)
const bytes = (content: Buffer | string): Mutated => ({ kind: 'bytes', bytes: Buffer.from(content) })
const pick = <T>(random: Random, list: readonly T[]): T | undefined => list[below(random, list.length)]

/** Puts `more` in at a place. */
const inserted = (file: Buffer, place: number, more: Buffer | string): Mutated =>
  bytes(Buffer.concat([file.subarray(0, place), Buffer.from(more), file.subarray(place)]))

const OTHER_VALUES: readonly unknown[] = [null, 0, -1, 1e300, '', 'x', true, [], {}, [[]], { a: { b: 1 } }, ['x'], '2026-11-24', 8.64e15]

type Container = Record<string, unknown> | unknown[]
const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null

function containersIn(value: unknown): readonly Container[] {
  if (!isContainer(value)) return []
  return [value, ...Object.values(value).flatMap(containersIn)]
}

/** Changes one member somewhere in one line of JSON. What is no JSON (what a keyring sealed) has a byte changed. */
function changed(file: Buffer, random: Random, change: (container: Container, member: string) => void): Mutated {
  const lines = file.toString('utf8').split('\n')
  const parsed = parsedIn(file)
  if (!parsed) return flipped(file, random, 1)
  const { at, value } = pick(random, parsed) ?? { at: 0, value: {} }
  const copy = structuredClone(value)
  const container = pick(
    random,
    containersIn(copy).filter((each) => Object.keys(each).length > 0),
  )
  if (container) change(container, pick(random, Object.keys(container)) ?? '')
  lines[at] = JSON.stringify(copy)
  return bytes(lines.length > 1 && parsed.length === 1 ? `${JSON.stringify(copy)}\n` : lines.join('\n'))
}

/** The values in a file: one of JSON, or one for each line. */
function parsedIn(file: Buffer): readonly { readonly at: number; readonly value: unknown }[] | undefined {
  const text = file.toString('utf8')
  try {
    return [{ at: 0, value: JSON.parse(text) }]
  } catch {
    try {
      return text.split('\n').flatMap((line, at) => (line === '' ? [] : [{ at, value: JSON.parse(line) }]))
    } catch {
      return undefined
    }
  }
}

function set(container: Container, member: string, value: unknown): void {
  if (Array.isArray(container)) container[Number(member)] = value
  else container[member] = value
}

function flipped(file: Buffer, random: Random, times: number): Mutated {
  const copy = Buffer.from(file)
  for (let turn = 0; turn < times; turn++) {
    const place = below(random, copy.length)
    copy[place] = (copy[place] ?? 0) ^ (1 << below(random, 8))
  }
  return bytes(copy)
}

/** After the first brace: a member that occurs twice, or should not be there. */
const memberFirst = (file: Buffer, random: Random, member: string): Mutated => {
  const braces = [...file.entries()].filter(([, byte]) => byte === 0x7b).map(([place]) => place)
  return inserted(file, (pick(random, braces) ?? 0) + 1, `${member},`)
}

const lastBrace = (file: Buffer): number => Math.max(0, file.lastIndexOf(0x7d))

/** Every way in which a file is found otherwise than it was left. */
export const MUTATIONS: readonly Mutation[] = [
  { name: 'truncated', weight: 8, of: (file, random) => bytes(file.subarray(0, below(random, file.length))) },
  { name: 'truncated at the end of a line', weight: 4, of: (file, random) => bytes(file.subarray(0, lineEnd(file, random))) },
  { name: 'without its beginning', weight: 2, of: (file, random) => bytes(file.subarray(1 + below(random, file.length - 1))) },
  { name: 'one bit flipped', weight: 10, of: (file, random) => flipped(file, random, 1) },
  { name: 'many bits flipped', weight: 4, of: (file, random) => flipped(file, random, 2 + below(random, 200)) },
  {
    name: 'another type somewhere',
    weight: 8,
    of: (file, random) => changed(file, random, (at, member) => set(at, member, pick(random, OTHER_VALUES))),
  },
  {
    name: 'a member less',
    weight: 4,
    of: (file, random) =>
      changed(file, random, (at, member) => (Array.isArray(at) ? at.splice(Number(member), 1) : Reflect.deleteProperty(at, member))),
  },
  {
    name: 'a member more',
    weight: 2,
    of: (file, random) => changed(file, random, (at) => (Array.isArray(at) ? at.push('more') : set(at, 'more', 'more'))),
  },
  { name: 'another version', weight: 4, of: (file, random) => versioned(file, random) },
  {
    name: 'a member twice, the other one first',
    weight: 2,
    of: (file, random) => memberFirst(file, random, '"schema":0,"savedAt":0,"kind":"another"'),
  },
  {
    name: 'a member twice, the other one last',
    weight: 2,
    of: (file) => inserted(file, lastBrace(file), ',"choices":{},"kind":"another","savedAt":1'),
  },
  { name: '__proto__ as a member', weight: 3, of: (file, random) => memberFirst(file, random, '"__proto__":{"polluted":true}') },
  {
    name: 'constructor and prototype as members',
    weight: 2,
    of: (file, random) => memberFirst(file, random, '"constructor":{"prototype":{"polluted":true}}'),
  },
  { name: 'of another tenant', weight: 5, of: (_file, _random, { foreign }) => bytes(foreign) },
  { name: 'empty', weight: 3, of: () => bytes('') },
  { name: 'white space alone', weight: 1, of: (_file, random) => bytes(' \n'.repeat(1 + below(random, 5))) },
  { name: 'zeros in its whole length', weight: 3, of: (file) => bytes(Buffer.alloc(file.length)) },
  {
    name: 'zeros from somewhere on',
    weight: 3,
    of: (file, random) => bytes(Buffer.concat([file.subarray(0, below(random, file.length)), Buffer.alloc(512)])),
  },
  {
    name: 'not UTF-8 at one place',
    weight: 5,
    of: (file, random) => inserted(file, below(random, file.length), Buffer.from([0xff, 0xc0, 0x80])),
  },
  { name: 'Latin-1', weight: 1, of: (file) => bytes(Buffer.from(`${file.toString('utf8')}é`, 'latin1')) },
  { name: 'UTF-16', weight: 1, of: (file) => bytes(Buffer.from(`\ufeff${file.toString('utf8')}`, 'utf16le')) },
  { name: 'with a byte order mark', weight: 2, of: (file) => bytes(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), file])) },
  { name: 'with Windows line ends', weight: 2, of: (file) => bytes(file.toString('latin1').replaceAll('\n', '\r\n')) },
  { name: 'twice over', weight: 2, of: (file) => bytes(Buffer.concat([file, file])) },
  { name: 'a line left out, moved or doubled', weight: 6, of: shuffled },
  {
    name: 'random bytes',
    weight: 2,
    of: (file, random) => bytes(Buffer.from(Array.from({ length: file.length }, () => below(random, 256)))),
  },
  { name: 'nested 100,000 deep', weight: 3, of: (_file, random) => bytes((random() < 0.5 ? '[' : '{"schema":').repeat(100_000)) },
  {
    name: 'nested deep inside a member',
    weight: 2,
    of: (file, random) => memberFirst(file, random, `"choices":${'['.repeat(20_000)}${']'.repeat(20_000)}`),
  },
  { name: 'a folder', weight: 5, of: () => ({ kind: 'folder' }) },
  { name: 'gone', weight: 4, of: () => ({ kind: 'gone' }) },
  { name: '50 MB of one letter', weight: 0.4, of: () => bytes(Buffer.alloc(FIFTY_MEGABYTES, 'x')) },
  { name: '50 MB of brackets', weight: 0.4, of: () => bytes(Buffer.alloc(FIFTY_MEGABYTES, '[')) },
  {
    name: '50 MB behind what was there',
    weight: 0.4,
    of: (file) => bytes(Buffer.concat([file, Buffer.alloc(FIFTY_MEGABYTES, '{"a":\n')])),
  },
]

function lineEnd(file: Buffer, random: Random): number {
  const ends = [...file.entries()].filter(([, byte]) => byte === 0x0a).map(([place]) => place + 1)
  return pick(random, ends.slice(0, -1)) ?? Math.floor(file.length / 2)
}

function versioned(file: Buffer, random: Random): Mutated {
  const version = pick(random, [-1, 0, 2, 3, 99, 1.5, '1', null, 1e308])
  const text = file
    .toString('utf8')
    .replace(/"(schema|version|sequence)":\s*\d+/, (_found, member: string) => `"${member}":${JSON.stringify(version)}`)
  return bytes(text)
}

function shuffled(file: Buffer, random: Random): Mutated {
  const lines = file.toString('latin1').split('\n')
  const from = below(random, lines.length)
  const [line = ''] = lines.splice(from, 1)
  if (random() < 0.7) lines.splice(below(random, lines.length), 0, line)
  if (random() < 0.3) lines.splice(from, 0, line)
  return bytes(Buffer.from(lines.join('\n'), 'latin1'))
}

/** One of them, by weight. */
export function anyMutation(random: Random): Mutation {
  const total = MUTATIONS.reduce((sum, { weight }) => sum + weight, 0)
  let left = random() * total
  for (const mutation of MUTATIONS) {
    left -= mutation.weight
    if (left < 0) return mutation
  }
  return MUTATIONS[0] as Mutation
}
