import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import { verifyChain } from '#node/records/engagement/journal/chain.ts'
import type { Entry } from '#node/records/engagement/journal/entry.ts'
import { memoryJournal } from '#node/records/engagement/journal/journal.ts'

const AT = Date.parse('2026-11-24T09:00:00Z')

const attested = (key: string): Entry => ({
  kind: 'attested',
  content: { key, title: verbatim('Licenses are there'), by: 'ada@contoso.example', step: 'policy' },
})

const acknowledged: Entry = {
  kind: 'gap-acknowledged',
  content: { key: 'gap', title: verbatim('Tax isn’t covered'), by: 'ada@contoso.example' },
}

describe('the journal of the practice tenant', () => {
  it('gives its lines as they were stored, all of them and those of some kinds', async () => {
    const journal = memoryJournal(() => AT)
    const stored = []
    for (const entry of [attested('one'), acknowledged, attested('two')]) stored.push(await journal.append(entry))
    expect(await journal.lines()).toEqual(stored)
    expect(verifyChain(await journal.lines())).toMatchObject({ ok: true })
    expect(await journal.linesOf(new Set(['attested']))).toEqual([stored[0], stored[2]])
    expect(journal.last()).toEqual(stored[2])
  })

  it('lets go of what a line was made of, once another follows: hours of practice are kept packed', async () => {
    setFlagsFromString('--expose-gc')
    const collectGarbage: () => void = runInNewContext('gc')
    const journal = memoryJournal(() => AT)
    const first = new WeakRef((await journal.append(attested('one'))).content)
    await journal.append(attested('two'))
    // A dereferenced object is kept until the task ends, and a resolved value for longer.
    for (let times = 0; times < 20 && first.deref() !== undefined; times++) {
      await setImmediate()
      collectGarbage()
    }
    expect(first.deref()).toBeUndefined()
    expect(await journal.lines()).toHaveLength(2)
  })
})
