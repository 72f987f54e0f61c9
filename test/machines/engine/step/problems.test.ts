import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Refusal, RefusalReason } from '../../../../machines/engine/answer.ts'
import type { Finding, Owner } from '../../../../machines/engine/step/finding.ts'
import {
  defect as defectAsData,
  MOST_ATTEMPTS,
  notSeenYet as notSeenYetAsData,
  pauseBeforeRetry,
  problemWith as problemWithAsData,
} from '../../../../machines/engine/step/problems.ts'
import type { Reading } from '../../../../machines/engine/step/proof.ts'
import {
  inItsOwnWords as inItsOwnWordsAsData,
  isAbsent,
  refusalOf,
  refusedForAnotherReason,
  valueIn,
} from '../../../../machines/engine/step/refusals.ts'
import { verbatim } from '../../../../machines/messages/message.ts'
import { type Action, type ActionKind, describeAction, wishOf } from '../../../../machines/procedure/action.ts'
import { actions } from '../../../../machines/procedure/actions/registry.ts'
import { couldNotRead as couldNotReadAsData, readingOf as readingOfAsData } from '../../../../machines/procedure/refusals.ts'
import { inEnglish } from '../../../english.ts'
import { absent, HOUR, ok, REASONS, REFUSALS, refused, without } from '../../facts.ts'
import { ACTIONS } from '../../procedure/actions/every.ts'

const problemWith = inEnglish(problemWithAsData)
const notSeenYet = inEnglish(notSeenYetAsData)
const defect = inEnglish(defectAsData)
const inItsOwnWords = inEnglish(inItsOwnWordsAsData)
const readingOf = inEnglish(readingOfAsData)
const couldNotRead = inEnglish(couldNotReadAsData)

const all: readonly Action[] = Object.values(ACTIONS)
const coded = (reason: RefusalReason, code: string, status = 409): Refusal => ({ ...REFUSALS[reason], status, code })

interface Row {
  readonly kind: ActionKind
  readonly refusal: Refusal
  readonly id: string
  readonly owner: Owner
  /** Part of what it means, or of what to do. */
  readonly says: string
}

const rows: readonly Row[] = [
  {
    kind: 'grant-key-access',
    refusal: REFUSALS.forbidden,
    id: 'F-604',
    owner: 'key-vault-administrator',
    says: 'Contributor isn’t enough',
  },
  { kind: 'grant-reader', refusal: REFUSALS.forbidden, id: 'F-604', owner: 'key-vault-administrator', says: 'User Access Administrator' },
  { kind: 'create-key', refusal: REFUSALS.forbidden, id: 'F-402', owner: 'key-vault-administrator', says: 'Key Vault Crypto Officer' },
  { kind: 'register-provider', refusal: REFUSALS.forbidden, id: 'F-302', owner: 'key-vault-administrator', says: 'Owner or Contributor' },
  {
    kind: 'create-vault',
    refusal: coded('forbidden', 'RequestDisallowedByPolicy', 403),
    id: 'F-404',
    owner: 'key-vault-administrator',
    says: 'exemption',
  },
  {
    kind: 'create-vault',
    refusal: coded('conflict', 'VaultAlreadyExists'),
    id: 'F-406',
    owner: 'key-vault-administrator',
    says: 'name is taken',
  },
  { kind: 'create-vault', refusal: coded('conflict', 'ConflictError'), id: 'F-406', owner: 'key-vault-administrator', says: 'recover' },
  {
    kind: 'create-vault',
    refusal: coded('rejected', 'vaultalreadyexists', 400),
    id: 'F-406',
    owner: 'key-vault-administrator',
    says: 'name is taken',
  },
  {
    kind: 'create-policy',
    refusal: coded('forbidden', 'RequestDisallowedByPolicy', 403),
    id: 'F-404',
    owner: 'key-vault-administrator',
    says: 'Azure Policy in your company',
  },
  {
    kind: 'grant-reader',
    refusal: coded('forbidden', 'RequestDisallowedByPolicy', 403),
    id: 'F-404',
    owner: 'key-vault-administrator',
    says: 'exemption',
  },
  {
    kind: 'create-policy',
    refusal: coded('conflict', 'MissingSubscriptionRegistration'),
    id: 'F-301',
    owner: 'key-vault-administrator',
    says: 'isn’t registered',
  },
  ...['LocationNotAvailableForResourceType', 'InvalidResourceLocation', 'NoRegisteredProviderFound'].map(
    (code): Row => ({
      kind: 'create-policy',
      refusal: coded('rejected', code, 400),
      id: 'F-502',
      owner: 'microsoft',
      says: 'southamerica',
    }),
  ),
  {
    kind: 'create-policy',
    refusal: coded('rejected', 'EnterprisePolicyUpdateNotAllowed', 400),
    id: 'F-504',
    owner: 'key-vault-administrator',
    says: 'environments use it',
  },
  { kind: 'grant-reader', refusal: REFUSALS['not-ready'], id: 'F-703', owner: 'you', says: 'guest' },
  {
    kind: 'grant-key-access',
    refusal: REFUSALS['not-ready'],
    id: 'F-602',
    owner: 'microsoft',
    says: 'identity isn’t available everywhere',
  },
  {
    kind: 'enable-managed-environment',
    refusal: REFUSALS.forbidden,
    id: 'F-801',
    owner: 'power-platform-administrator',
    says: 'Dynamics 365 Administrator',
  },
  {
    kind: 'enable-managed-environment',
    refusal: REFUSALS.busy,
    id: 'F-803',
    owner: 'power-platform-administrator',
    says: 'Another operation is running',
  },
  {
    kind: 'link-environment',
    refusal: REFUSALS.busy,
    id: 'F-803',
    owner: 'power-platform-administrator',
    says: 'Another operation is running',
  },
  {
    kind: 'link-environment',
    refusal: REFUSALS.forbidden,
    id: 'F-701',
    owner: 'power-platform-administrator',
    says: 'Reader on the policy',
  },
]

describe('a refused write', () => {
  it.each(rows.map((row) => [row.kind, row.refusal.reason, row] as const))(
    '%s, %s, is explained precisely',
    (kind, _, { refusal, id, owner, says }) => {
      const problem = problemWith(actions, ACTIONS[kind], refusal)
      expect(problem).toMatchObject({ id, owner, refusal })
      expect(`${problem.meaning} ${problem.remedy}`).toContain(says)
    },
  )

  it.each(['PUT', 'POST', 'PATCH'])(
    'is no more than not known where a %s got no answer that can be read: it may have been done',
    (method) => {
      for (const reason of ['unavailable', 'unreadable'] as const) {
        const problem = problemWith(actions, ACTIONS['create-key'], { ...REFUSALS[reason], request: `${method} /keys/cmk` })
        expect(problem.title).toMatch(/^Unknown whether this was done: Create the key/)
        expect(problem.meaning).toContain('might still have been made')
        expect(problemWith(actions, ACTIONS['create-key'], { ...REFUSALS[reason], request: 'GET /keys/cmk' }).title).toMatch(/^Not done: /)
      }
    },
  )

  it('names people as the plan does', () => {
    const grant = ACTIONS['grant-reader']
    const names = { [grant.principalId.toLowerCase()]: 'Ada Marsh (ada@contoso.example)' }
    expect(problemWith(actions, grant, REFUSALS.forbidden, names).title).toContain(' to Ada Marsh (ada@contoso.example)')
    expect(problemWith(actions, grant, REFUSALS.forbidden).title).toContain(' to the Power Platform admin')
  })

  it('of any kind for any reason says what was not done, what it means and what to do, with the service’s words as they came', () => {
    for (const action of all) {
      for (const reason of REASONS) {
        const problem = problemWith(actions, action, REFUSALS[reason])
        expect(problem.title).toMatch(/^Not done: [A-Z]/)
        for (const words of [problem.meaning, problem.remedy]) expect(words).toMatch(/^[A-Z].*\.$/)
        expect(problem.refusal).toEqual(REFUSALS[reason])
      }
    }
  })

  it('is explained in general words where nothing more precise is known, also for an undocumented code', () => {
    const unknown = coded('conflict', 'SomethingNew')
    expect(problemWith(actions, ACTIONS['create-policy'], unknown)).toMatchObject({ ...readingOf(unknown), refusal: unknown })
    expect(problemWith(actions, ACTIONS['create-policy'], unknown)).not.toHaveProperty('id')
  })

  it('does not call a vault’s name taken for a conflict of another kind', () => {
    for (const refusal of [
      REFUSALS.conflict,
      coded('conflict', 'MissingSubscriptionRegistration'),
      without(coded('conflict', 'Failed'), 'status'),
    ])
      expect(problemWith(actions, ACTIONS['create-vault'], refusal)).not.toHaveProperty('id')
  })

  it('does not send for a role of key vaults where Reader on the policy is to be given', () => {
    expect(problemWith(actions, ACTIONS['grant-key-access'], REFUSALS.forbidden).remedy).toContain('Key Vault Data Access Administrator')
    expect(problemWith(actions, ACTIONS['grant-reader'], REFUSALS.forbidden).remedy).not.toContain('Key Vault')
  })

  it('does not speak of the policy’s identity where none is granted anything', () => {
    for (const action of all.filter(({ kind }) => kind !== 'grant-key-access'))
      expect(problemWith(actions, action, REFUSALS['not-ready']).meaning).not.toContain('identity')
  })

  it('sends for a right on an environment to those who manage environments, and for one in Azure to those who own it', () => {
    for (const action of all) {
      const ofEnvironment = 'environmentName' in action
      expect(problemWith(actions, action, REFUSALS.forbidden).owner).toBe(
        ofEnvironment ? 'power-platform-administrator' : 'key-vault-administrator',
      )
    }
  })
})

it('says of a Azure lock that it is one, for every change there', () => {
  for (const action of all.filter(({ kind }) => !['enable-managed-environment', 'link-environment', 'unlink-environment'].includes(kind)))
    expect(problemWith(actions, action, REFUSALS.conflict)).toMatchObject({
      meaning: expect.stringContaining('Azure lock'),
      owner: 'key-vault-administrator',
    })
})

describe('a change that was made and is not seen', () => {
  const receiptOf = (kind: keyof typeof ACTIONS, written: boolean) => ({
    ...{ kind, title: describeAction(ACTIONS[kind]).title, resourceId: '/keys/cmk', at: 0, written, wish: wishOf(ACTIONS[kind]) },
  })

  const planning = (...plan: readonly Action[]): Reading => ({
    ...{ stepId: 'policy', readAt: 0, findings: [], plan, choiceMissing: false, picture: { kind: 'none' }, note: verbatim(''), found: {} },
  })

  it('is shown as one, so that it is not created a second time by accident', () => {
    expect(notSeenYet(actions, [receiptOf('create-key', true)], planning(ACTIONS['create-key']))).toMatchObject({
      title: expect.stringMatching(/^Done but not visible yet: Create the key/),
      owner: 'microsoft',
    })
  })

  const missing = (kind: ActionKind): Finding => ({
    ...{ key: 'k', id: 'F-903', part: 'link', status: 'fail', owner: 'you', byHand: [], source: 'power-platform-keys', putRightBy: [kind] },
    ...{ title: verbatim('t'), seen: verbatim('s'), why: verbatim('w'), remedy: verbatim('r') },
  })

  it.each(['mail-alerts', 'grant-key-access', 'create-lock'] as const)(
    'is shown as one as well beside the finding that asks for it: %s',
    (kind) => {
      expect(notSeenYet(actions, [receiptOf(kind, true)], { ...planning(ACTIONS[kind]), findings: [missing(kind)] })?.title).toMatch(
        /^Done but not/,
      )
    },
  )

  it('is left to the finding where that says how the operation ended which it started', () => {
    const read = { ...planning(ACTIONS['link-environment']), findings: [missing('link-environment')] }
    expect(notSeenYet(actions, [receiptOf('link-environment', true)], read)).toBeUndefined()
  })

  it('is not spoken of where it is seen, where nothing was written, or where something else is planned', () => {
    expect(notSeenYet(actions, [receiptOf('create-key', true)], planning())).toBeUndefined()
    expect(notSeenYet(actions, [receiptOf('create-key', false)], planning(ACTIONS['create-key']))).toBeUndefined()
    expect(notSeenYet(actions, [receiptOf('create-key', true)], planning(ACTIONS['create-policy']))).toBeUndefined()
  })
})

describe('a defect of the wizard', () => {
  it('says that it is one, and what was thrown', () => {
    expect(defect(new Error('x is undefined')).meaning).toContain('x is undefined')
    expect(defect('thrown text').meaning).toContain('thrown text')
    expect(defect(undefined)).toMatchObject({ title: expect.stringContaining('in the wizard'), owner: 'you' })
    expect(defect(new Error('x'))).not.toHaveProperty('refusal')
  })
})

describe('retrying the same write automatically', () => {
  it('is done for refusals that say "not yet", and for no other', () => {
    expect(REASONS.filter((reason) => pauseBeforeRetry(without(REFUSALS[reason], 'retryAfterSeconds'), 0, 0) !== undefined)).toEqual([
      'busy',
      'not-ready',
      'throttled',
    ])
  })

  it('waits as long as the service asks, at least ten seconds', () => {
    expect(pauseBeforeRetry(REFUSALS.throttled, 0, 0)).toBe(17_000)
    expect(pauseBeforeRetry({ ...REFUSALS.throttled, retryAfterSeconds: 1 }, 0, 0)).toBe(10_000)
    expect(pauseBeforeRetry(without(REFUSALS.throttled, 'retryAfterSeconds'), 0, 0)).toBe(10_000)
  })

  it('asks less often what is busy for long, once a minute in the end, and keeps to what a service names', () => {
    const busy = without(REFUSALS.busy, 'retryAfterSeconds')
    expect([0, 1, 2, 9].map((before) => pauseBeforeRetry(busy, before, 0))).toEqual([10_000, 15_000, 22_500, 60_000])
    expect(pauseBeforeRetry({ ...REFUSALS.throttled, retryAfterSeconds: 3 }, 9, 0)).toBe(10_000)
  })

  it('is done for a service that is out and says when to come back: it did not take the request', () => {
    const out = { ...REFUSALS.unavailable, status: 503, retryAfterSeconds: 30, request: 'POST /link' }
    expect(pauseBeforeRetry(out, 0, 0)).toBe(30_000)
    expect(problemWith(actions, ACTIONS['link-environment'], out).title).toMatch(/^Not done: /)
    expect(pauseBeforeRetry(without(out, 'retryAfterSeconds'), 0, 0)).toBeUndefined()
    expect(problemWith(actions, ACTIONS['link-environment'], without(out, 'retryAfterSeconds')).title).toMatch(
      /^Unknown whether this was done: /,
    )
  })

  it('is spread by chance, never below what the service asks', () => {
    expect(pauseBeforeRetry(REFUSALS.throttled, 0, 0.5)).toBe(17_850)
    expect(pauseBeforeRetry(REFUSALS.throttled, 0, 1)).toBe(18_700)
  })

  it('ends, and never waits much longer than an hour, even if the service asks for it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...REASONS),
        fc.oneof(fc.integer(), fc.double()),
        fc.nat({ max: 50 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (reason, retryAfterSeconds, attempts, chance) => {
          const pause = pauseBeforeRetry({ ...REFUSALS[reason], retryAfterSeconds }, attempts, chance)
          if (attempts + 1 >= MOST_ATTEMPTS) expect(pause).toBeUndefined()
          if (pause === undefined) return
          expect(pause).toBeGreaterThanOrEqual(10_000)
          expect(pause).toBeLessThanOrEqual(HOUR * 1.1)
        },
      ),
    )
  })
})

describe('a refusal', () => {
  it('is put into one line with status, code and message as they came', () => {
    expect(inItsOwnWords(REFUSALS.forbidden)).toBe(
      'GET /things answered 403 AuthorizationFailed: The client does not have authorization to perform the action.',
    )
    expect(inItsOwnWords({ reason: 'unavailable', request: 'GET /things', message: 'No answer.' })).toBe('GET /things answered No answer.')
    expect(inItsOwnWords(REFUSALS.unreadable)).toBe('GET /things answered 200: <html><b>Proxy</b></html>')
  })

  it('leaves a thing unread, which neither passes nor can be attested', () => {
    for (const reason of REASONS) {
      const observation = couldNotRead(verbatim('Couldn’t read the key vault kv'), REFUSALS[reason])
      expect(observation).toMatchObject({ status: 'unknown', title: 'Couldn’t read the key vault kv', refusal: REFUSALS[reason] })
      expect(observation).not.toHaveProperty('attestable')
    }
  })

  it('names whom to ask for a right that is missing', () => {
    expect(readingOf(REFUSALS.forbidden).owner).toBe('key-vault-administrator')
    expect(readingOf(REFUSALS.forbidden, 'power-platform-administrator').owner).toBe('power-platform-administrator')
    for (const reason of REASONS.filter((each) => each !== 'forbidden'))
      expect(readingOf(REFUSALS[reason], 'power-platform-administrator')).toEqual(readingOf(REFUSALS[reason]))
  })

  it('says absence only when the service says "not found"', () => {
    expect([absent, ok(1), undefined, refused(REFUSALS.forbidden)].map(isAbsent)).toEqual([true, false, false, false])
    expect([absent, ok(1), undefined, refused(REFUSALS.forbidden)].map(refusedForAnotherReason)).toEqual([
      undefined,
      undefined,
      undefined,
      REFUSALS.forbidden,
    ])
    expect([absent, ok(1), undefined].map(refusalOf)).toEqual([REFUSALS['not-found'], undefined, undefined])
    expect([absent, ok(1), undefined].map((answer) => valueIn<number>(answer))).toEqual([undefined, 1, undefined])
  })
})

describe('a refusal because the environment is busy', () => {
  const busy = (running: Refusal['running']) =>
    problemWith(actions, ACTIONS['link-environment'], { ...REFUSALS.busy, ...(running ? { running } : {}) })

  it('names what runs, since when, and the end that the documents give', () => {
    const since = '2026-11-24T09:00:00Z'
    expect(busy({ type: 'Backup', name: 'Backup', since }).meaning).toBe(
      'Another operation is running on the environment: Backup, since Nov 24, 2026, 9:00 AM UTC. Its duration isn’t documented.',
    )
    expect(busy({ type: 'NewCustomerManagedKey', name: 'Update Customer Managed Key', since }).meaning).toBe(
      'Another operation is running on the environment: Update Customer Managed Key, since Nov 24, 2026, 9:00 AM UTC. Encryption can take up to 4 days, here until Nov 28, 2026, 9:00 AM UTC.',
    )
    expect(busy({ type: 'NewCustomerManagedKey', since: 'soon' }).meaning).toMatch(/Encryption takes up to 4 days\.$/)
  })

  it('says only that something runs where that could not be read', () => {
    expect(busy(undefined).meaning).toBe('Another operation is running on the environment.')
  })
})
