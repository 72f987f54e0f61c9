import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import { describeAction } from '#machines/procedure/action.ts'
import { type Line, nextLine, writeLine } from '#node/records/engagement/journal/chain.ts'
import type { Entry } from '#node/records/engagement/journal/entry.ts'
import { contentWithoutSecrets } from '#node/records/engagement/journal/journal.ts'
import { instantsOf, type Place } from './instants.ts'
import { type Aftermath, complaintsAbout } from './survived.ts'

const AT = Date.parse('2026-11-24T12:00:00Z')
const path = '/subscriptions/2f9d8c1b-7e6a-4d35-8b1c-5a0e9f3d7c24/resourcegroups/rg-contoso-cmk'
const WRITE = `PUT https://management.azure.com${path}`
const action = {
  kind: 'create-resource-group',
  subscriptionId: '2f9d8c1b-7e6a-4d35-8b1c-5a0e9f3d7c24',
  name: 'rg-contoso-cmk',
  location: 'eastus',
} as const

function journalOf(entries: readonly Entry[]): string {
  let last: Line | undefined
  const lines = entries.map(({ kind, content }) => {
    last = nextLine(last, kind, contentWithoutSecrets(content), AT)
    return `${writeLine(last)}\n`
  })
  return lines.join('')
}

const started: Entry = { kind: 'apply-started', content: { step: 'policy', attempt: 1, action, description: describeAction(action) } }
const doubt: Entry = { kind: 'recovered', content: { what: 'write-in-doubt', detail: verbatim('Whether it was done is read.') } }
const torn: Entry = {
  kind: 'recovered',
  content: { what: 'journal-torn', detail: verbatim('Half a line.'), keptAs: 'journal.torn-1.jsonl' },
}
const taken: Entry = { kind: 'recovered', content: { what: 'lock-broken', detail: verbatim('Taken over from ada (process 7 on desk).') } }
const lock = JSON.stringify({ id: 'a', user: 'ada', host: 'desk', processId: 7, since: AT })
const written = { at: AT, method: 'PUT', origin: 'https://management.azure.com', path, body: '', by: '', status: 201, changed: true }
const clean = { tenant: 'as it was', writes: [WRITE] }

/** Killed while a group was made and half a line was in the journal; all as it must be. */
const engagement = readFileSync(new URL('../node/records/engagement/golden/engagement-1.json', import.meta.url), 'utf8')
/** At the end, what was made is a receipt. */
const withReceipt = engagement.replace('"create-vault"', '"create-resource-group"')
const good: Aftermath = {
  before: new Map([
    ['engagement.json', engagement],
    ['lock.json', lock],
    ['journal.jsonl', `${journalOf([started])}{"seq`],
  ]),
  after: new Map([
    ['engagement.json', withReceipt],
    ['journal.jsonl', journalOf([started, torn, taken, doubt])],
    ['journal.torn-1.jsonl', '{"seq'],
  ]),
  lines: [{ say: 'recovery', differences: [], recovered: ['Half a line. It’s kept as journal.torn-1.jsonl.'] }, { say: 'end' }],
  killed: [5, 7],
  end: { say: 'end' },
  falsehoods: [],
  left: clean,
  writes: [written],
}

const without = (files: Aftermath['before'], name: string, instead?: string): Aftermath['before'] =>
  new Map([...files].filter(([each]) => each !== name).concat(instead === undefined ? [] : [[name, instead]]))

test('a kill after which all is as it must be is no reason to complain', () => {
  expect(complaintsAbout(good, clean)).toMatchObject({ finished: true, wrong: [], duplicates: [], brokenJournal: [] })
})

const held = { say: 'held', state: 'gone', processId: 7 } as const
const [first = '', second = ''] = journalOf([started, torn, doubt]).split('\n')

test.each<[what: string, change: Partial<Aftermath>, complaint: string]>([
  ['the walk did not come to its end', { end: { say: 'end', why: 'Told 13 times' } }, 'Told 13 times'],
  ['the last page says what is not so', { falsehoods: ['map: “Encrypted”'] }, 'Encrypted'],
  ['a begun change is listed as ready', { lines: [{ say: 'listed', states: ['ready'] }, ...good.lines] }, 'Listed as ready'],
  ['the wizard hangs', { end: undefined }, 'It hangs'],
  ['the tenant is another', { left: { tenant: 'another', writes: [WRITE] } }, 'another instead of as it was'],
  ['something was never written', { left: { ...clean, writes: [] } }, 'Never written'],
  ['something was written twice', { left: { ...clean, writes: [WRITE, WRITE] } }, WRITE],
  ['something else was written', { left: { ...clean, writes: [WRITE, 'PUT https://management.azure.com/another'] } }, '/another'],
  ['nothing of the engagement can be read', { before: without(good.before, 'engagement.json', '{') }, 'neither'],
  ['something is left in the folder', { after: without(good.after, 'engagement.json.unfinished', '') }, 'Left in the folder'],
  ['the person is asked though the process is gone', { lines: [held, ...good.lines] }, 'no one holds it'],
  ['what was begun has no receipt', { after: without(good.after, 'engagement.json', engagement) }, 'without a receipt'],
  ['the journal does not say from whom it was taken over', { killed: [8] }, 'taken over from process 7, one of 8'],
  ['a half written lock is passed over', { before: without(good.before, 'lock.json', lock.slice(0, 9)) }, 'Said 0 times'],
  [
    'a half written lock is called another’s',
    { before: without(good.before, 'lock.json', lock.slice(0, 9)), lines: [held, ...good.lines] },
    'called gone',
  ],
  ['a line is another now', { after: without(good.after, 'journal.jsonl', journalOf([doubt, torn, started])) }, 'is another now'],
  ['a line is missing', { after: without(good.after, 'journal.jsonl', `${first}\n${journalOf([doubt])}`) }, 'Line 2'],
  ['the last line is not whole', { after: without(good.after, 'journal.jsonl', `${first}\n${second}\n{"s`) }, 'not whole'],
  ['a tear is not told', { after: without(good.after, 'journal.jsonl', journalOf([started, doubt])) }, 'does not say so'],
  ['what was torn off is gone', { after: without(good.after, 'journal.torn-1.jsonl') }, 'not kept'],
  ['the person is not told of a tear', { lines: good.lines.filter(({ say }) => say !== 'recovery') }, 'the person is not told'],
  ['a write in doubt is not called so', { after: without(good.after, 'journal.jsonl', journalOf([started, torn])) }, 'have no end'],
  ['a write is not in the journal', { writes: [written, { ...written, path: '/another' }] }, 'Not in the journal'],
  [
    'the person sees a difference that does not exist',
    { lines: [...good.lines, { say: 'recovery', differences: ['Vault: there → gone'], recovered: [] }] },
    'Told as a difference',
  ],
])('it is seen when %s', (_, change, complaint) => {
  const { wrong, duplicates, brokenJournal } = complaintsAbout({ ...good, ...change }, clean)
  expect([...wrong, ...duplicates, ...brokenJournal].join('\n')).toContain(complaint)
})

test('a request that writes is met at all three moments, what is done often at each of them in turn', () => {
  const instants = instantsOf([place('request', 'PUT /a'), read(1), read(2), read(3), place('request', 'POST /checkNameAvailability', 4)])
  expect(instants.map(({ name, moment }) => `${moment} ${name}`)).toEqual([
    'before PUT /a',
    'during PUT /a',
    'after PUT /a',
    'before GET /a',
    'during GET /a',
    'after GET /a',
    'during POST /checkNameAvailability',
  ])
})

test('a request that takes or releases a lease is met at all three moments, another one of the team’s store at one of them', () => {
  const store = (name: string): Place => place('request', `store ${name}`)
  const instants = instantsOf([store('acquire'), store('describe'), store('release')])
  expect(instants.map(({ name, moment }) => `${moment} ${name}`)).toEqual([
    'before store acquire',
    'during store acquire',
    'after store acquire',
    'before store describe',
    'before store release',
    'during store release',
    'after store release',
  ])
})

test('what leaves the same files and the same tenant is met once', () => {
  const file = (name: string): Place => place('file', name)
  const instants = instantsOf([read(1), read(1), file('write a'), read(1), read(1), read(2), file('sync a'), read(2), file('rename a')])
  expect(instants.map(({ name, moment }) => `${moment} ${name}`)).toEqual([
    'before GET /a',
    'during write a',
    'during GET /a',
    'after GET /a',
    'after rename a',
  ])
})

function place(kind: Place['kind'], name: string, at = 1): Place {
  return { kind, name, nth: at, at }
}

function read(at: number): Place {
  return place('request', 'GET /a', at)
}
