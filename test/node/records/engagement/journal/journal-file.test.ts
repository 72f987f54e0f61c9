import { appendFile, readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import { type Line, nextLine, writeLine } from '#node/records/engagement/journal/chain.ts'
import type { Entry } from '#node/records/engagement/journal/entry.ts'
import { type Head, openJournalFile, readJournalFile } from '#node/records/engagement/journal/journal-file.ts'
import { refuseAsWindows } from '#test/as-strict-as-windows.ts'
import { english } from '#test/english.ts'
import { testFolder } from '#test/folder.ts'

const AT = Date.parse('2026-11-24T09:00:00Z')
const now = () => AT

let folder: string
let file: string
beforeEach(async () => {
  folder = testFolder()
  file = path.join(folder, 'journal.jsonl')
})

const attested = (key: string): Entry => ({ kind: 'attested', content: { key, title: verbatim(key), by: 'ada@contoso.example' } })

/** A run of the app: opens, writes and closes. */
async function run(keys: readonly string[], head?: Head) {
  const { journal, recovered } = await openJournalFile(file, now, head)
  for (const key of keys) await journal.append(attested(key))
  const lines = await journal.lines()
  await journal.close()
  return { lines, recovered, last: journal.last() }
}

const keysOf = (lines: readonly { readonly content: unknown }[]) => lines.map(({ content }) => (content as { key: string }).key)

describe('a journal on disk', () => {
  it('gives its lines of one kind alone, and only what is stored', async () => {
    const { journal } = await openJournalFile(file, now)
    const looksLikeIt = attested(`"kind":"handed-over","previous":"${'0'.repeat(64)}","sequence":7}`)
    for (const entry of [attested('a'), looksLikeIt]) await journal.append(entry)
    await appendFile(file, '{"kind":"attested"')
    const kinds = async (wanted: string) => keysOf(await journal.linesOf(new Set([wanted])))
    expect([await kinds('attested'), await kinds('handed-over')]).toEqual([['a', keysOf(await journal.lines()).at(-1)], []])
    await journal.close()
  })

  it('tells of a line once the disk has it, and no one who left', async () => {
    const { journal } = await openJournalFile(file, now)
    const told: (readonly [string[], number])[] = []
    const leave = journal.follow((line) => told.push([keysOf([line]), journal.last()?.sequence ?? 0]))
    const writing = journal.append(attested('a'))
    expect(told).toEqual([])
    await writing
    leave()
    await journal.append(attested('b'))
    expect(told).toEqual([[['a'], 1]])
    await journal.close()
  })

  it('continues where the last run ended', async () => {
    await run(['a', 'b'])
    const { lines, recovered } = await run(['c'])
    expect(keysOf(lines)).toEqual(['a', 'b', 'c'])
    expect(recovered).toEqual([])
    expect((await readJournalFile(file)).ok).toBe(true)
  })

  it('keeps the order in which entries were asked for, without waiting between them', async () => {
    const { journal } = await openJournalFile(file, now)
    await Promise.all(['a', 'b', 'c', 'd'].map((key) => journal.append(attested(key))))
    expect(keysOf(await journal.lines())).toEqual(['a', 'b', 'c', 'd'])
    await journal.close()
  })

  it('moves an incomplete last line to a separate file, and continues', async () => {
    await run(['a', 'b'])
    const whole = await readFile(file, 'utf8')
    await truncate(file, whole.length - 10)
    const { lines, recovered } = await run(['c'])
    expect(keysOf(lines)).toEqual(['a', 'c'])
    expect(recovered).toMatchObject([{ what: 'journal-torn', keptAs: 'journal.torn-2026-11-24T09-00-00-000Z.jsonl' }])
    const kept = await readFile(path.join(folder, recovered[0]?.keptAs ?? ''), 'utf8')
    expect(whole).toContain(kept)
    expect(kept).toContain('"b"')
  })

  it('continues, and loses nothing, on a system that cuts off no file that was opened to append', async () => {
    onTestFinished(refuseAsWindows())
    await run(['a', 'b'])
    await truncate(file, (await readFile(file)).length - 10)
    const { lines, recovered } = await run(['c'])
    expect(keysOf(lines)).toEqual(['a', 'c'])
    expect(recovered).toMatchObject([{ what: 'journal-torn' }])
    expect((await readJournalFile(file)).ok).toBe(true)
  })

  it('counts a last line that lacks nothing but its line break', async () => {
    await run(['a', 'b'])
    await truncate(file, (await readFile(file)).length - 1)
    const { lines, recovered } = await run(['c'])
    expect(keysOf(lines)).toEqual(['a', 'b', 'c'])
    expect(recovered).toEqual([])
  })

  it.each([
    ['too long for a line', 'x'.repeat(6_000_000)],
    ['none of the wizard’s', '[1,2]'],
  ])('isn’t empty where its only line has no end, and is %s', async (_what, content) => {
    await writeFile(file, content)
    expect(await readJournalFile(file)).toMatchObject({ ok: false, lines: [], brokenAt: 1 })
  })

  const edited = (text: string) => Buffer.from(text.replace('"b"', '"B"'))
  const withNoText = (text: string) => {
    const at = text.indexOf('\ufffd')
    return Buffer.concat([Buffer.from(text.slice(0, at)), Buffer.from([0xff]), Buffer.from(text.slice(at + 1))])
  }
  it.each<[string, readonly string[], (text: string) => Buffer, string]>([
    ['whose chain is broken', ['a', 'b', 'c'], edited, 'Line 2'],
    ['with something behind its last line', ['a'], (text) => Buffer.from(`${text}hello\n`), 'Line 2'],
    ['with bytes that are no text, where a line holds the sign for them', ['a \ufffd'], withNoText, 'aren’t text'],
    [
      'with a line that is longer than any, without parsing it',
      [],
      () => Buffer.from(`${'['.repeat(6_000_000)}\n`),
      'longer than any log line',
    ],
  ])('%s is set aside whole, and a new one begins', async (_, keys, damage, told) => {
    await run(keys)
    const damaged = damage(await readFile(file, 'utf8'))
    await writeFile(file, damaged)
    const { lines, recovered } = await run(['d'])
    expect(keysOf(lines)).toEqual(['d'])
    expect(english.all(recovered)).toMatchObject([{ what: 'journal-broken', detail: expect.stringContaining(told) }])
    expect((await readFile(path.join(folder, recovered[0]?.keptAs ?? ''))).equals(damaged)).toBe(true)
    expect(await readdir(folder)).toHaveLength(2)
  })

  it('detects that lines are missing at the end, by the line that was last when the engagement was saved', async () => {
    const { last } = await run(['a', 'b', 'c'])
    const [first] = (await readFile(file, 'utf8')).split('\n')
    await writeFile(file, `${first}\n`)
    const head = { sequence: last?.sequence ?? 0, hash: last?.hash ?? '' }
    const { lines, recovered } = await run(['d'], head)
    expect(keysOf(lines)).toEqual(['a', 'd'])
    expect(english.all(recovered)).toMatchObject([{ what: 'journal-cut', detail: expect.stringContaining('only 1 is there') }])
  })

  it('has more lines than when the engagement was saved: a kill between the two loses nothing', async () => {
    const { lines } = await run(['a', 'b'])
    const head = { sequence: 1, hash: lines[0]?.hash ?? '' }
    expect((await run([], head)).recovered).toEqual([])
  })

  it('keeps a torn line byte by byte, also where it is no text', async () => {
    await run(['a'])
    const torn = Buffer.from([0x7b, 0xff, 0xc0, 0x80, 0x00])
    await appendFile(file, torn)
    const { lines, recovered } = await run(['b'])
    expect(keysOf(lines)).toEqual(['a', 'b'])
    expect(await readFile(path.join(folder, recovered[0]?.keptAs ?? ''))).toEqual(torn)
  })

  it.each([
    ['of another environment', { tenantId: 't', environmentId: 'other' }],
    ['to another tenant', { tenantId: 'other', environmentId: 'e' }],
  ])('is set aside where it is %s, however whole it is', async (_, place) => {
    const { journal } = await openJournalFile(file, now)
    const account = { objectId: 'o', userName: 'u', displayName: 'd' }
    const content = { appVersion: '0', cloud: { id: 'c', name: 'c' }, tenant: { id: 'T', name: 't' }, environment: { id: 'E' }, account }
    await journal.append({ kind: 'opened', content })
    await journal.close()
    const own = await openJournalFile(file, now, undefined, { tenantId: 't', environmentId: 'e' })
    expect(own.recovered).toEqual([])
    await own.journal.close()
    const other = await openJournalFile(file, now, undefined, place)
    expect(english.all(other.recovered)).toMatchObject([
      { what: 'journal-broken', detail: expect.stringContaining('another tenant or environment') },
    ])
    await other.journal.close()
  })
})

describe('a long journal', () => {
  const PAGE = 'p'.repeat(3_000)
  const COUNT = 120

  /** As an earlier run left it. @returns the line that its engagement was saved with */
  async function written(): Promise<Head> {
    let last: Line | undefined
    const texts: string[] = []
    for (let place = 1; place <= COUNT; place++) {
      last = nextLine(last, 'attested', { key: `k${place}`, title: PAGE, by: 'ada@contoso.example' }, AT)
      texts.push(`${writeLine(last)}\n`)
    }
    await writeFile(file, texts.join(''))
    return { sequence: COUNT, hash: last?.hash ?? '' }
  }

  const edit = async (from: string, to: string) => writeFile(file, (await readFile(file, 'utf8')).replace(from, to))
  const editedAt7 = async () => {
    const head = await written()
    await edit('"k7"', '"K7"')
    return head
  }

  it('is gone on with by its end, and the rest is checked when there is time', async () => {
    const { journal, recovered, lines, checkRest } = await openJournalFile(file, now, await written())
    expect(lines.length).toBeGreaterThan(20)
    expect(lines.length).toBeLessThan(COUNT)
    expect(lines.at(-1)?.sequence).toBe(COUNT)
    expect(await journal.append(attested('next'))).toMatchObject({ sequence: COUNT + 1 })
    expect(recovered).toEqual([])
    expect(await checkRest()).toBeUndefined()
    expect(await journal.lines()).toHaveLength(COUNT + 1)
    await journal.close()
  })

  it('that is broken further up is set aside with what was added meanwhile, and a new one continues', async () => {
    const head = await editedAt7()
    const { journal, recovered, checkRest } = await openJournalFile(file, now, head)
    expect(recovered).toEqual([])
    await journal.append(attested('meanwhile'))
    const found = await checkRest()
    expect(english.all(found)).toMatchObject({ what: 'journal-broken', detail: expect.stringContaining('Line 7 ') })
    expect(await readFile(path.join(folder, found?.keptAs ?? ''), 'utf8')).toContain('"meanwhile"')
    await journal.append(attested('after'))
    expect((await journal.lines()).map(({ sequence, kind }) => [sequence, kind])).toEqual([
      [1, 'recovered'],
      [2, 'attested'],
    ])
    expect((await readJournalFile(file)).ok).toBe(true)
    await journal.close()
  })

  it.each([
    ['whose end is broken', '"k119"', '"K119"', 'Line 119 '],
    ['whose end is cut off', '"k120"', '"k12', 'Line 120 '],
  ])('%s is checked whole before it is gone on with', async (_what, from, to, line) => {
    const head = await written()
    await edit(from, to)
    const { journal, recovered } = await openJournalFile(file, now, head)
    expect(english.all(recovered)).toMatchObject([{ what: 'journal-broken', detail: expect.stringContaining(line) }])
    await journal.close()
  })

  it('is checked whole where the line that the engagement was saved with is not at its end', async () => {
    const { hash } = await written()
    const { journal, lines, recovered } = await openJournalFile(file, now, { sequence: 3, hash })
    expect(lines).toHaveLength(COUNT)
    expect(recovered).toMatchObject([{ what: 'journal-cut' }])
    await journal.close()
  })

  it('that is broken stays as it is where nothing may be written any more', async () => {
    const head = await editedAt7()
    const { journal, checkRest } = await openJournalFile(file, now, head)
    await expect(checkRest(() => Promise.reject(new Error('taken over')))).rejects.toThrow('taken over')
    expect(await readdir(folder)).toHaveLength(1)
    await journal.close()
  })

  it('that is closed before it is checked stays as it is, for the next run to check', async () => {
    const head = await editedAt7()
    const { journal, checkRest } = await openJournalFile(file, now, head)
    const checked = checkRest()
    await journal.close()
    expect(await checked).toBeUndefined()
    expect(await readdir(folder)).toHaveLength(1)
  })
})
