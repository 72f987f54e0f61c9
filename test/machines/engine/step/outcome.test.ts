import { describe, expect, it } from 'vitest'
import { type Receipt, wishOf } from '#machines/engine/action.ts'
import type { Refusal } from '#machines/engine/answer.ts'
import type { Ending } from '#machines/engine/step/ending-words.ts'
import type { Finding } from '#machines/engine/step/finding.ts'
import { type LeftBehind, outcomeOf as outcomeOfAsData, sentChange } from '#machines/engine/step/outcome.ts'
import { isSent, problemWith } from '#machines/engine/step/problems.ts'
import type { Reading } from '#machines/engine/step/proof.ts'
import type { SentChange } from '#machines/engine/step/sent.ts'
import { verbatim } from '#machines/messages/message.ts'
import { type Action, describeAction } from '#machines/procedure/action.ts'
import { actions } from '#machines/procedure/actions/registry.ts'
import { english, inEnglish } from '#test/english.ts'
import { MINUTE, NOW } from '../../facts.ts'
import { ACTIONS } from '../../procedure/actions/every.ts'
import { finding as anyFinding, reading } from '../../readings.ts'

const outcomeOf = inEnglish(outcomeOfAsData)

const LOST: Refusal = { reason: 'unavailable', status: 500, request: 'PUT /x', message: 'The server encountered an internal error.' }
const CONFLICT: Refusal = { reason: 'conflict', status: 409, request: 'POST /link', message: 'already linking' }
const LINK = ACTIONS['link-environment']
const KEY = ACTIONS['create-key']
const titleOf = (action: Action): string => english.text(describeAction(action).title)

const finding = (part: Partial<Finding>): Finding => anyFinding({ id: 'F-903', part: 'link', status: 'fail', ...part })

const receipt = (action: Action, at = NOW): Receipt => ({
  kind: action.kind,
  title: describeAction(action).title,
  resourceId: '/r',
  at,
  written: true,
  wish: wishOf(actions, action),
})

const left = (part: Partial<LeftBehind>): LeftBehind => ({ sent: [], earlier: [], receipts: [], ...part })
const sent = (action: Action, at = NOW): SentChange => ({ action, at })
const SIX: readonly Action[] = [
  ACTIONS['register-provider'],
  ACTIONS['create-resource-group'],
  ACTIONS['create-vault'],
  KEY,
  ACTIONS['create-policy'],
  ACTIONS['grant-key-access'],
]
const endedAt = (action: Action, refusal: Refusal): Ending => ({
  planned: SIX,
  position: SIX.indexOf(action),
  cause: { by: 'refusal', problem: problemWith(actions, action, refusal) },
})

describe('a change whose answer was lost', () => {
  it('is a receipt as soon as a reading shows it, marked as found, and in doubt no longer', () => {
    const { receipts, sent: open } = outcomeOf(actions, left({ sent: [sent(KEY)] }), reading({ shows: [{ action: KEY }] }), NOW)
    expect(receipts).toEqual([expect.objectContaining({ kind: 'create-key', written: true, found: true, at: NOW })])
    expect(open).toEqual([])
  })

  it('is not in doubt again where a later reading fails, unless that one plans it anew', () => {
    const unread = reading({ findings: [finding({ status: 'unknown', refusal: { ...LOST, reason: 'unauthenticated' } })] })
    const first = outcomeOfAsData(
      actions,
      left({ ending: endedAt(KEY, LOST), sent: [sent(KEY)] }),
      reading({ shows: [{ action: KEY }] }),
      NOW,
    )
    const then = left({ ending: first.ending, earlier: first.receipts, sent: first.sent })
    expect(outcomeOf(actions, then, unread, NOW).problem?.title).not.toMatch(/^(?:Unknown|Not done)/)
    expect(outcomeOf(actions, then, { ...unread, plan: [KEY] }, NOW).problem?.title).toMatch(/^(?:Unknown|Not done)/)
  })

  it('stays open, and is said, while it is only missing from the plan: that can mean that it could not be read', () => {
    const unread = reading({ findings: [finding({ status: 'unknown', refusal: { ...LOST, reason: 'forbidden' } })] })
    const { receipts, sent: open, problem } = outcomeOf(actions, left({ sent: [sent(KEY)] }), unread, NOW)
    expect(receipts).toEqual([])
    expect(open).toHaveLength(1)
    expect(problem).toMatchObject({
      title: `Unknown whether this was done: ${titleOf(KEY)}`,
      meaning: expect.stringContaining('couldn’t check everything'),
    })
  })

  it('is found by what it started, where that runs, and not called done while it does', () => {
    const underway = { kind: 'operation', purpose: 'link', environmentId: LINK.environmentId, operation: {}, since: NOW } as const
    const { receipts, problem } = outcomeOf(
      actions,
      left({ sent: [sentChange(actions, LINK, undefined, NOW, CONFLICT)] }),
      reading({ underway }),
      NOW,
    )
    expect(receipts).toEqual([expect.objectContaining({ kind: 'link-environment', found: true, pending: underway })])
    expect(problem).toBeUndefined()
  })

  it('is not taken for an operation that was there before it was sent', () => {
    const before = reading({ shows: [{ action: LINK, since: NOW - MINUTE }] })
    const again = sentChange(actions, LINK, before, NOW)
    expect(outcomeOf(actions, left({ sent: [again] }), before, NOW).receipts).toEqual([])
    expect(outcomeOf(actions, left({ sent: [again] }), reading({ shows: [{ action: LINK, since: NOW }] }), NOW).receipts).toHaveLength(1)
  })

  it('is one receipt, however often it was tried', () => {
    const { receipts } = outcomeOf(
      actions,
      left({ sent: [sent(KEY, NOW - MINUTE), sent(KEY)] }),
      reading({ shows: [{ action: KEY }] }),
      NOW,
    )
    expect(receipts).toHaveLength(1)
  })

  it('counts as not made once a later run made it', () => {
    const { receipts, sent: open } = outcomeOf(
      actions,
      left({ sent: [sent(KEY)], receipts: [receipt(KEY)] }),
      reading({ shows: [{ action: KEY }] }),
      NOW,
    )
    expect([receipts.length, open.length]).toEqual([1, 0])
  })

  it.each([
    ['more than was asked for', ['Ada@contoso.example', 'kim@contoso.example'], true],
    ['only others', ['kim@contoso.example'], false],
  ] as const)('is shown by people who are told, where these are %s: %s', (_name, emails, isFound) => {
    const mail = { ...ACTIONS['mail-alerts'], emails: ['ada@contoso.example'] }
    const told = { ...mail, emails: [...emails] }
    const refused: SentChange = { ...sent(mail), refused: true }
    const { receipts } = outcomeOf(actions, left({ sent: [refused] }), reading({ shows: [{ action: told }] }), NOW)
    expect(receipts.map(({ kind, found }) => [kind, found])).toEqual(isFound ? [['mail-alerts', true]] : [])
  })

  it('is let go of when a service said no and nothing shows it, and after an hour in which it could have shown', () => {
    const conflicting = sentChange(actions, LINK, undefined, NOW, CONFLICT)
    expect(
      outcomeOf(actions, left({ sent: [conflicting, sent(KEY, NOW - 60 * MINUTE)] }), reading({ plan: [LINK, KEY] }), NOW).sent,
    ).toEqual([])
    const unread = reading({ findings: [finding({ refusal: LOST })] })
    expect(outcomeOf(actions, left({ sent: [conflicting] }), unread, NOW).sent).toHaveLength(1)
  })

  it.each([
    [LOST, true],
    [CONFLICT, true],
    [{ ...LOST, request: 'GET /x' }, false],
    [{ ...LOST, request: 'GET /x', taken: true as const }, true],
    [{ ...LOST, reason: 'forbidden' as const, status: 403 }, false],
    [{ ...LOST, status: 503, retryAfterSeconds: 5 }, false],
  ])('%j: was sent, and may have been made: %s', (refusal, expected) => {
    expect(isSent(refusal)).toBe(expected)
  })
})

describe('a run that ended early', () => {
  const done = SIX.slice(0, 3).map((action) => receipt(action))

  it('after a change that was made says at which one, why, what is done and what is next', () => {
    const rest = SIX.slice(4)
    const { problem } = outcomeOf(
      actions,
      left({ ending: endedAt(KEY, LOST), sent: [sent(KEY)], receipts: done }),
      reading({ plan: rest, shows: [{ action: KEY }] }),
      NOW,
    )
    expect(problem).toMatchObject({
      title: `Ended early. This change is done: ${titleOf(KEY)}`,
      // The unknown outcome is resolved by now.
      meaning:
        'The run ended there: the service’s answer left open whether the change was made. We checked again, and the services show the change.',
      remedy: 'The plan below has the remaining 2 changes. Check it, then apply it.',
      points: [
        'Ended at change 4 of 6',
        ...done.map(({ title }) => `Done: ${english.text(title)}`),
        `Done, confirmed by a check: ${titleOf(KEY)}`,
      ],
    })
  })

  it('after its last change asks for no other check, where something else is still open', () => {
    const last = SIX[5] as Action
    const open = { ...reading({ shows: [{ action: last }] }), findings: [finding({ key: 'licenses', status: 'unknown' })] }
    const { problem } = outcomeOf(actions, left({ ending: endedAt(last, LOST), sent: [sent(last)] }), open, NOW)
    expect(problem?.remedy).toBe('Nothing of the plan is left. See whether a finding below needs you.')
  })

  it('says no longer that a change was not done, once the services show it', () => {
    const refused = endedAt(KEY, { ...LOST, reason: 'forbidden', status: 403 })
    const planned = outcomeOf(actions, left({ ending: refused, receipts: done }), reading({ plan: SIX.slice(3) }), NOW).problem
    expect(planned).toMatchObject({
      title: `Not done: ${titleOf(KEY)}`,
      points: expect.arrayContaining(['Ended at change 4 of 6']),
    })
    const made = outcomeOf(
      actions,
      left({ ending: refused, receipts: done }),
      reading({ plan: SIX.slice(4), shows: [{ action: KEY }] }),
      NOW,
    ).problem
    expect(made?.title).toMatch(/^Ended early/)
  })

  it('because the person stopped it says so', () => {
    const ending: Ending = { planned: SIX, position: 2, cause: { by: 'person' } }
    expect(outcomeOf(actions, left({ ending, receipts: done }), reading({ plan: SIX.slice(3) }), NOW).problem).toMatchObject({
      title: 'Stopped at your request after change 3 of 6',
      remedy: expect.stringContaining('3 changes'),
    })
  })

  it('on a defect says whether the change is there', () => {
    const ending: Ending = { planned: SIX, position: 3, cause: { by: 'defect', message: verbatim('x is undefined') } }
    const problemAfter = (read: Reading) => outcomeOf(actions, left({ ending, sent: [sent(KEY)], receipts: done }), read, NOW).problem
    expect(problemAfter(reading({ plan: SIX.slice(3) }))?.title).toMatch(/^Unknown whether this was done/)
    expect(problemAfter(reading({ plan: SIX.slice(4), shows: [{ action: KEY }] }))?.title).toMatch(/^Ended early/)
  })

  it('leaves nothing to say where everything is made all the same', () => {
    const last = SIX[5] as Action
    const { problem } = outcomeOf(
      actions,
      left({ ending: endedAt(last, LOST), sent: [sent(last)], receipts: SIX.slice(0, 5).map((action) => receipt(action)) }),
      reading({ shows: [{ action: last }] }),
      NOW,
    )
    expect(problem).toBeUndefined()
  })
})

describe('an operation that failed after its change was accepted', () => {
  const failed = finding({ title: verbatim('Adding the environment didn’t finish'), putRightBy: ['link-environment'] })
  const read = reading({ plan: [LINK], findings: [failed], shows: [{ action: LINK, since: NOW }] })

  it('is headed by its failure, with the words of the service', () => {
    const look = {
      ...({ state: 'failed', stateWord: verbatim('Failed') } as const),
      operation: {
        ...({ id: 'o', type: 'NewCustomerManagedKey', state: 'failed', stateWord: 'Failed' } as const),
        stages: [{ name: 'Run', stateWord: 'Failed' }],
        error: { code: 'KeyVaultAccess', message: 'No access.' },
      },
    }
    const ending: Ending = { planned: [LINK], position: 0, cause: { by: 'operation', title: describeAction(LINK).title, poll: look } }
    expect(outcomeOf(actions, left({ ending, receipts: [receipt(LINK)] }), read, NOW).problem).toMatchObject({
      title: `Microsoft couldn’t finish: ${titleOf(LINK)}`,
      meaning: expect.stringMatching(/“Failed” in stage Run.*KeyVaultAccess No access/),
    })
  })

  it('is never headed as done and not to be seen yet', () => {
    expect(outcomeOf(actions, left({ receipts: [receipt(LINK)] }), read, NOW).problem).toBeUndefined()
    expect(outcomeOf(actions, left({ receipts: [receipt(LINK)] }), reading({ plan: [LINK] }), NOW).problem?.title).toMatch(
      /^Done but not visible/,
    )
  })
})
