import { describe, expect, it } from 'vitest'
import { type Receipt, wishOf } from '#machines/engine/action.ts'
import { holdingBack } from '#machines/engine/step/made-unseen.ts'
import { notSeenYet as notSeenYetAsData } from '#machines/engine/step/problems.ts'
import { blockingFindings } from '#machines/engine/step/proof.ts'
import type { SentChange } from '#machines/engine/step/sent.ts'
import { type Action, type ActionKind, describeAction } from '#machines/procedure/action.ts'
import { actions } from '#machines/procedure/actions/registry.ts'
import { english, inEnglish } from '#test/english.ts'
import { MINUTE, NOW } from '../../facts.ts'
import { ACTIONS } from '../../procedure/actions/every.ts'
import { reading } from '../../readings.ts'

const notSeenYet = inEnglish(notSeenYetAsData)

describe('a change that would make another one', () => {
  const receipt = (kind: ActionKind, at = NOW, written = true): Receipt => ({
    kind,
    title: describeAction(ACTIONS[kind]).title,
    resourceId: 'https://kv/keys/cmk/1',
    at,
    written,
    wish: wishOf(actions, ACTIONS[kind]),
  })
  const lost = (kind: ActionKind, at = NOW): SentChange => ({ action: ACTIONS[kind], at })
  const planOf = (kind: ActionKind) => reading({ plan: [ACTIONS[kind]] })

  it.each(['create-key', 'rotate-key'] as const)('%s is held back until a person confirms that it is not there', (kind) => {
    const held = holdingBack(actions, planOf(kind), [receipt(kind, NOW - MINUTE)], [], NOW)
    const [blocking] = blockingFindings(held, [])
    expect(english.all(blocking)).toMatchObject({
      status: 'unknown',
      attestable: true,
      seen: expect.stringContaining('https://kv/keys/cmk/1'),
    })
    expect(blockingFindings(held, [{ key: blocking?.key ?? '', by: 'ada', at: NOW }])).toEqual([])
    expect(notSeenYet(actions, [receipt(kind)], held)?.title).toMatch(/^Done but not visible yet/)
  })

  it('is asked about once, also where the reading is judged twice', () => {
    const once = holdingBack(actions, planOf('create-key'), [receipt('create-key', NOW - MINUTE)], [], NOW)
    expect(holdingBack(actions, once, [receipt('create-key', NOW - MINUTE)], [], NOW).findings).toHaveLength(1)
  })

  it('is held back as well while its answer is lost', () => {
    expect(blockingFindings(holdingBack(actions, planOf('create-key'), [], [lost('create-key')], NOW), [])).toHaveLength(1)
  })

  it('is held back by a receipt of an older version, which does not say what it was for', () => {
    const { wish: _, ...older } = receipt('create-key', NOW - MINUTE)
    expect(blockingFindings(holdingBack(actions, planOf('create-key'), [older], [], NOW), [])).toHaveLength(1)
  })

  it('is not held back where another one was made', () => {
    const other: Action = { ...ACTIONS['create-key'], name: 'other' }
    expect(
      holdingBack(actions, planOf('create-key'), [{ ...receipt('create-key'), wish: wishOf(actions, other) }], [], NOW).findings,
    ).toEqual([])
  })

  it('confirmed for one making says nothing of the next one', () => {
    const keys = [NOW, NOW - MINUTE].map(
      (at) => holdingBack(actions, planOf('create-key'), [receipt('create-key', at)], [], NOW).findings[0]?.key,
    )
    expect(new Set(keys).size).toBe(2)
  })

  it.each([
    ['it is seen', reading(), [receipt('create-key')], [lost('create-key')]],
    ['nothing was written', planOf('create-key'), [receipt('create-key', NOW, false)], []],
    [
      'it was long ago, so that it is gone and not late',
      planOf('create-key'),
      [receipt('create-key', NOW - 60 * MINUTE)],
      [lost('create-key', NOW - 60 * MINUTE)],
    ],
    ['the write finds what is there and leaves it', planOf('create-policy'), [receipt('create-policy')], [lost('create-policy')]],
  ] as const)('is not held back where %s', (_name, read, receipts, sent) => {
    expect(holdingBack(actions, read, receipts, sent, NOW)).toBe(read)
  })
})
