import type { Random } from '#node/practice/random.ts'

/** Replacement of the file: other bytes, a folder, a pipe that no one writes to, or nothing. */
export type Mutated =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'folder' }
  | { readonly kind: 'pipe' }
  | { readonly kind: 'gone' }

/** Large ones are drawn more seldom. */
type Mutation = readonly [name: string, weight: number, of: (file: Buffer, random: Random, others: Others) => Mutated]

/** Files of the same name that belong elsewhere. */
export interface Others {
  /** Of another tenant and environment, whole and in order. */
  readonly foreign: Buffer
}

const FIFTY_MEGABYTES = 50 * 1024 * 1024

const below = (random: Random, count: number): number => Math.floor(random() * count)
const bytes = (content: Buffer | string): Mutated => ({ kind: 'bytes', bytes: Buffer.from(content) })
const pick = <T>(random: Random, list: readonly T[]): T | undefined => list[below(random, list.length)]

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
const MUTATIONS: readonly Mutation[] = [
  ['truncated', 8, (file, random) => bytes(file.subarray(0, below(random, file.length)))],
  ['truncated at the end of a line', 4, (file, random) => bytes(file.subarray(0, lineEnd(file, random)))],
  ['without its beginning', 2, (file, random) => bytes(file.subarray(1 + below(random, file.length - 1)))],
  ['one bit flipped', 10, (file, random) => flipped(file, random, 1)],
  ['many bits flipped', 4, (file, random) => flipped(file, random, 2 + below(random, 200))],
  ['another type somewhere', 8, (file, random) => changed(file, random, (at, member) => set(at, member, pick(random, OTHER_VALUES)))],
  [
    'a member less',
    4,
    (file, random) =>
      changed(file, random, (at, member) => (Array.isArray(at) ? at.splice(Number(member), 1) : Reflect.deleteProperty(at, member))),
  ],
  ['a member more', 2, (file, random) => changed(file, random, (at) => (Array.isArray(at) ? at.push('more') : set(at, 'more', 'more')))],
  ['another version', 4, (file, random) => versioned(file, random)],
  ['a member twice, the other one first', 2, (file, random) => memberFirst(file, random, '"schema":0,"savedAt":0,"kind":"another"')],
  ['a member twice, the other one last', 2, (file) => inserted(file, lastBrace(file), ',"choices":{},"kind":"another","savedAt":1')],
  ['__proto__ as a member', 3, (file, random) => memberFirst(file, random, '"__proto__":{"polluted":true}')],
  ['constructor and prototype as members', 2, (file, random) => memberFirst(file, random, '"constructor":{"prototype":{"polluted":true}}')],
  ['of another tenant', 5, (_file, _random, { foreign }) => bytes(foreign)],
  ['empty', 3, () => bytes('')],
  ['white space alone', 1, (_file, random) => bytes(' \n'.repeat(1 + below(random, 5)))],
  ['zeros in its whole length', 3, (file) => bytes(Buffer.alloc(file.length))],
  ['zeros from somewhere on', 3, (file, random) => bytes(Buffer.concat([file.subarray(0, below(random, file.length)), Buffer.alloc(512)]))],
  ['not UTF-8 at one place', 5, (file, random) => inserted(file, below(random, file.length), Buffer.from([0xff, 0xc0, 0x80]))],
  ['Latin-1', 1, (file) => bytes(Buffer.from(`${file.toString('utf8')}é`, 'latin1'))],
  ['UTF-16', 1, (file) => bytes(Buffer.from(`\ufeff${file.toString('utf8')}`, 'utf16le'))],
  ['with a byte order mark', 2, (file) => bytes(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), file]))],
  ['with Windows line ends', 2, (file) => bytes(file.toString('latin1').replaceAll('\n', '\r\n'))],
  ['twice over', 2, (file) => bytes(Buffer.concat([file, file]))],
  ['a line left out, moved or doubled', 6, shuffled],
  ['random bytes', 2, (file, random) => bytes(Buffer.from(Array.from({ length: file.length }, () => below(random, 256))))],
  ['nested 100,000 deep', 3, (_file, random) => bytes((random() < 0.5 ? '[' : '{"schema":').repeat(100_000))],
  ['nested deep inside a member', 2, (file, random) => memberFirst(file, random, `"choices":${'['.repeat(20_000)}${']'.repeat(20_000)}`)],
  ['a folder', 5, () => ({ kind: 'folder' })],
  ['a pipe', process.platform === 'win32' ? 0 : 4, () => ({ kind: 'pipe' })],
  ['millions of values', 0.4, () => bytes(`{"version":1,"checks":[${'{},'.repeat(3_000_000)}{}]}`)],
  ['gone', 4, () => ({ kind: 'gone' })],
  ['50 MB of one letter', 0.4, () => bytes(Buffer.alloc(FIFTY_MEGABYTES, 'x'))],
  ['50 MB of brackets', 0.4, () => bytes(Buffer.alloc(FIFTY_MEGABYTES, '['))],
  ['50 MB behind what was there', 0.4, (file) => bytes(Buffer.concat([file, Buffer.alloc(FIFTY_MEGABYTES, '{"a":\n')]))],
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
  let left = random() * MUTATIONS.reduce((sum, [, weight]) => sum + weight, 0)
  for (const mutation of MUTATIONS) {
    left -= mutation[1]
    if (left < 0) return mutation
  }
  throw new Error('What is drawn is less than the weight of all.')
}
