import { describe, expect, it } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { nextLine } from '#node/records/engagement/journal/chain.ts'
import { type Entry, readEntry } from '#node/records/engagement/journal/entry.ts'
import { memoryJournal } from '#node/records/engagement/journal/journal.ts'
import { english } from '#test/english.ts'

const AT = Date.parse('2026-11-24T09:00:00Z')
const planted = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJwbGFudGVkIn0.c2lnbmF0dXJl'

const refused: Entry = {
  kind: 'refused',
  content: {
    started: 1,
    refusal: {
      reason: 'forbidden',
      request: 'PUT /subscriptions/1',
      message: `The token ${planted} was not taken. Authorization: Bearer ${planted}`,
    },
    requests: [{ method: 'PUT', path: `/x?sig=${planted}`, at: AT, correlationId: '2f9f7b1c' }],
  },
}

describe('an entry of the journal', () => {
  it('reads back as what was written', async () => {
    const journal = memoryJournal(() => AT)
    const attested: Entry = {
      kind: 'attested',
      content: { key: 'licence', title: verbatim('Licences are there'), by: 'ada@contoso.example', step: 'policy' },
    }
    const line = await journal.append(attested)
    expect(readEntry(CUSTOMER_MANAGED_KEYS, line)).toEqual({ ok: true, entry: { ...attested, sequence: 1, at: AT } })
  })

  it('holds no token anywhere', async () => {
    const journal = memoryJournal(() => AT)
    const text = JSON.stringify(await journal.append(refused))
    expect(text).not.toContain(planted)
    expect(text).not.toContain('c2lnbmF0dXJl')
    expect(text).toContain('2f9f7b1c')
    expect(text).toContain('was not taken')
  })

  it.each([
    ['a kind of a newer version', 'dreamt', {}, 'doesn’t recognize entries of the type “dreamt”'],
    ['a content that lacks something', 'attested', { key: 'x' }, 'Its content isn’t'],
    ['a content with something more', 'attested', { key: 'x', title: 'x', by: 'x', more: 1 }, 'Its content isn’t'],
    ['a kind that every object has', 'constructor', {}, 'doesn’t recognize entries of the type'],
  ])('is refused by name for %s', (_, kind, content, why) => {
    const read = readEntry(CUSTOMER_MANAGED_KEYS, nextLine(undefined, kind, content, AT))
    expect(english.all(read)).toMatchObject({ ok: false, why: expect.stringContaining(why) })
  })
})
