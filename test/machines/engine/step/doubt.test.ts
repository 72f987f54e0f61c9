import { describe, expect, it } from 'vitest'
import { type Doubt, holdingBack, problemAfter, stillInDoubt } from '../../../../machines/engine/step/doubt.ts'
import type { Finding } from '../../../../machines/engine/step/finding.ts'
import { notSeenYet, problemWith } from '../../../../machines/engine/step/problems.ts'
import { inTheWay, type Reading } from '../../../../machines/engine/step/proof.ts'
import { type Action, type ActionKind, describeAction, type Receipt } from '../../../../machines/procedure/action.ts'
import type { Refusal } from '../../../../machines/procedure/services.ts'
import { MINUTE, NOW } from '../../facts.ts'
import { ACTIONS } from './actions.ts'

const LOST: Refusal = { reason: 'unavailable', request: 'PUT /x', message: 'No answer within 100 seconds.' }

const finding = (refusal?: Refusal): Finding => ({
  ...{ key: 'k', id: 'F-405', part: 'key', status: 'unknown', title: 't', seen: 's', why: 'w', remedy: 'r', owner: 'you', byHand: [] },
  source: 'power-platform-keys',
  ...(refusal ? { refusal } : {}),
})

const reading = (plan: readonly Action[], findings: readonly Finding[] = []): Reading => ({
  ...{ stepId: 'policy', readAt: NOW, findings, plan, choiceMissing: false, picture: { kind: 'none' }, note: '', found: {} },
})

describe('a change of which nobody knows whether it was made', () => {
  const problem = problemWith(ACTIONS['create-policy'], LOST)

  it('is said until a reading shows that it was made', () => {
    expect(problem.title).toMatch(/^Not known/)
    expect(problemAfter(problem, reading([ACTIONS['create-policy']]))).toBe(problem)
    expect(problemAfter(problem, reading([ACTIONS['grant-reader']]))).toBeUndefined()
  })

  it('stays in doubt while the reading could not see everything', () => {
    expect(problemAfter(problem, reading([], [finding(LOST)]))).toBe(problem)
    expect(problemAfter(problem, reading([], [finding({ ...LOST, reason: 'forbidden' })]))).toBeUndefined()
  })

  it('is the only problem that goes by itself', () => {
    const refused = problemWith(ACTIONS['create-policy'], { ...LOST, reason: 'forbidden', status: 403 })
    expect(problemAfter(refused, reading([]))).toBe(refused)
    expect(problemAfter(undefined, reading([]))).toBeUndefined()
    expect(stillInDoubt(undefined, reading([]))).toBeUndefined()
  })
})

describe('a change that would make another one', () => {
  const receipt = (kind: ActionKind, at = NOW, written = true): Receipt => ({
    ...{ kind, title: describeAction(ACTIONS[kind]).title, resourceId: 'https://kv/keys/cmk/1', at, written },
  })
  const doubt = (kind: ActionKind, at = NOW): Doubt => ({ kind, at })
  const planOf = (kind: ActionKind) => reading([ACTIONS[kind]])

  it.each(['create-key', 'rotate-key'] as const)('%s is held back until a person confirms that it is not there', (kind) => {
    const held = holdingBack(planOf(kind), [receipt(kind, NOW - MINUTE)], undefined, NOW)
    const [blocking] = inTheWay(held, [])
    expect(blocking).toMatchObject({ status: 'unknown', attestable: true, seen: expect.stringContaining('https://kv/keys/cmk/1') })
    expect(inTheWay(held, [{ key: blocking?.key ?? '', by: 'ada', at: NOW }])).toEqual([])
    expect(notSeenYet([receipt(kind)], held.plan)?.title).toMatch(/^Done, and not to be seen yet/)
  })

  it('is held back as well while its answer is lost', () => {
    expect(inTheWay(holdingBack(planOf('create-key'), [], doubt('create-key'), NOW), [])).toHaveLength(1)
  })

  it('confirmed for one making says nothing of the next one', () => {
    const keys = [NOW, NOW - MINUTE].map(
      (at) => holdingBack(planOf('create-key'), [receipt('create-key', at)], undefined, NOW).findings[0]?.key,
    )
    expect(new Set(keys).size).toBe(2)
  })

  it.each([
    ['it is seen', reading([]), [receipt('create-key')], doubt('create-key')],
    ['nothing was written', planOf('create-key'), [receipt('create-key', NOW, false)], undefined],
    [
      'it was long ago, so that it is gone and not late',
      planOf('create-key'),
      [receipt('create-key', NOW - 60 * MINUTE)],
      doubt('create-key', NOW - 60 * MINUTE),
    ],
    ['the write finds what is there and leaves it', planOf('create-policy'), [receipt('create-policy')], doubt('create-policy')],
  ] as const)('is not held back where %s', (_name, read, receipts, inDoubt) => {
    expect(holdingBack(read, receipts, inDoubt, NOW)).toBe(read)
  })
})
