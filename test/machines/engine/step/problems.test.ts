import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defined } from '#machines/defined.ts'
import { wishOf } from '#machines/engine/action.ts'
import type { Refusal, RefusalReason } from '#machines/engine/answer.ts'
import type { Finding, Owner } from '#machines/engine/step/finding.ts'
import {
  defect as defectAsData,
  MOST_ATTEMPTS,
  notSeenYet as notSeenYetAsData,
  pauseBeforeRetry,
  problemWith as problemWithAsData,
} from '#machines/engine/step/problems.ts'
import type { Reading } from '#machines/engine/step/proof.ts'
import {
  inItsOwnWords as inItsOwnWordsAsData,
  isAbsent,
  refusalOf,
  refusedForAnotherReason,
  valueIn,
} from '#machines/engine/step/refusals.ts'
import { verbatim } from '#machines/messages/message.ts'
import { type Action, type ActionKind, describeAction } from '#machines/procedure/action.ts'
import { actions } from '#machines/procedure/actions/registry.ts'
import { couldNotRead as couldNotReadAsData, readingOf as readingOfAsData } from '#machines/procedure/refusals.ts'
import { inEnglish } from '#test/english.ts'
import { absent, HOUR, ok, REASONS, REFUSALS, refused, without } from '../../facts.ts'
import { ACTIONS } from '../../procedure/actions/every.ts'
import { finding, reading } from '../../readings.ts'

const problemWith = inEnglish(problemWithAsData)
const notSeenYet = inEnglish(notSeenYetAsData)
const defect = inEnglish(defectAsData)
const inItsOwnWords = inEnglish(inItsOwnWordsAsData)
const readingOf = inEnglish(readingOfAsData)
const couldNotRead = inEnglish(couldNotReadAsData)

const all: readonly Action[] = Object.values(ACTIONS)
const coded = (reason: RefusalReason, code: string, status = 409): Refusal => ({ ...REFUSALS[reason], status, code })

/** Part of what it means, or of what to do. */
type Row = readonly [kind: ActionKind, refusal: Refusal, id: string | undefined, owner: Owner, says: string]

const DENIED = coded('forbidden', 'RequestDisallowedByPolicy', 403)
const AZURE = 'key-vault-administrator'
const PLATFORM = 'power-platform-administrator'

const rows: readonly Row[] = [
  ['grant-key-access', REFUSALS.forbidden, 'F-604', AZURE, 'Contributor isn’t enough'],
  ['grant-reader', REFUSALS.forbidden, 'F-604', AZURE, 'User Access Administrator'],
  ['create-key', REFUSALS.forbidden, 'F-402', AZURE, 'Key Vault Crypto Officer'],
  ['register-provider', REFUSALS.forbidden, 'F-302', AZURE, 'Owner or Contributor'],
  ['create-vault', DENIED, 'F-404', AZURE, 'exemption'],
  ['create-vault', coded('conflict', 'VaultAlreadyExists'), 'F-406', AZURE, 'name is taken'],
  ['create-vault', coded('conflict', 'ConflictError'), 'F-406', AZURE, 'recover'],
  ['create-vault', coded('rejected', 'vaultalreadyexists', 400), 'F-406', AZURE, 'name is taken'],
  ['create-policy', DENIED, 'F-404', AZURE, 'Azure Policy in your company'],
  ['grant-reader', DENIED, 'F-404', AZURE, 'exemption'],
  ['create-policy', coded('conflict', 'MissingSubscriptionRegistration'), 'F-301', AZURE, 'isn’t registered'],
  ['create-vault', coded('conflict', 'MissingSubscriptionRegistration'), 'F-301', AZURE, 'registered for Microsoft.KeyVault'],
  ...['LocationNotAvailableForResourceType', 'InvalidResourceLocation', 'NoRegisteredProviderFound'].map(
    (code): Row => ['create-policy', coded('rejected', code, 400), 'F-502', 'microsoft', 'southamerica'],
  ),
  ['create-policy', coded('rejected', 'EnterprisePolicyUpdateNotAllowed', 400), 'F-504', AZURE, 'environments use it'],
  ['grant-reader', REFUSALS['not-ready'], 'F-703', 'you', 'guest'],
  ['grant-key-access', REFUSALS['not-ready'], 'F-602', 'microsoft', 'identity isn’t available everywhere'],
  ['enable-managed-environment', REFUSALS.forbidden, 'F-801', PLATFORM, 'Dynamics 365 Administrator'],
  ['enable-managed-environment', REFUSALS.busy, 'F-803', PLATFORM, 'Another operation is running'],
  ['link-environment', REFUSALS.busy, 'F-803', PLATFORM, 'Another operation is running'],
  ...(['link-environment', 'unlink-environment', 'enable-managed-environment'] as const).flatMap((kind): readonly Row[] => [
    [kind, coded('conflict', 'EnvironmentNotInReadyState'), undefined, PLATFORM, 'Wait a few minutes'],
    [kind, coded('forbidden', 'KeyVaultAuthenticationFailure', 403), undefined, AZURE, 'check step 3'],
  ]),
  ['link-environment', REFUSALS.forbidden, 'F-701', PLATFORM, 'Reader on the policy'],
]

describe('a refused write', () => {
  it.each(rows.map((row) => [row[0], row[1].code ?? row[1].reason, row] as const))(
    '%s, %s, is explained precisely',
    (_kind, _code, [kind, refusal, id, owner, says]) => {
      const problem = problemWith(actions, ACTIONS[kind], refusal)
      expect(problem).toMatchObject({ ...(id === undefined ? {} : { id }), owner, refusal })
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

  it.each([
    [undefined, 'Wait a few minutes, then check again.'],
    [45, 'Wait 1 minute, then check again.'],
    [1000, 'Wait 17 minutes, then check again.'],
    [3600, 'Wait 60 minutes, then check again.'],
    [1_000_000_000, 'The service asks to wait 277,778 hours. We never wait longer than an hour at once. Check again in an hour.'],
  ])('says how long to wait where the service asks for %s seconds', (retryAfterSeconds, remedy) => {
    expect(readingOf({ ...without(REFUSALS.throttled, 'retryAfterSeconds'), ...defined({ retryAfterSeconds }) }).remedy).toBe(remedy)
  })

  it('does not call a vault’s name taken for a conflict of another kind', () => {
    for (const refusal of [REFUSALS.conflict, without(coded('conflict', 'Failed'), 'status')])
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
    kind,
    title: describeAction(ACTIONS[kind]).title,
    resourceId: '/keys/cmk',
    at: 0,
    written,
    wish: wishOf(actions, ACTIONS[kind]),
  })

  const planning = (...plan: readonly Action[]): Reading => reading({ plan })

  it('is shown as one, so that it is not created a second time by accident', () => {
    expect(notSeenYet(actions, [receiptOf('create-key', true)], planning(ACTIONS['create-key']))).toMatchObject({
      title: expect.stringMatching(/^Done but not visible yet: Create the key/),
      owner: 'microsoft',
    })
  })

  const missing = (kind: ActionKind): Finding => finding({ id: 'F-903', part: 'link', status: 'fail', putRightBy: [kind] })

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

  it('lays a certificate that this computer doesn’t trust at no service', () => {
    const codes = ['SELF_SIGNED_CERT_IN_CHAIN', 'CERT_HAS_EXPIRED', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'ERR_TLS_CERT_ALTNAME_INVALID']
    for (const code of codes) {
      const reading = readingOf({ reason: 'unavailable', request: 'GET /things', message: 'x', code })
      expect(reading.owner).toBe('you')
      expect(reading.meaning).toContain('doesn’t trust the certificate')
      expect(reading.remedy).toContain('--ca-file')
    }
    expect(readingOf({ reason: 'unavailable', request: 'GET /things', message: 'x', code: 'ECONNRESET' }).owner).toBe('microsoft')
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
