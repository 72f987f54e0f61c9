import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KeyVersion, Vault } from '#machines/procedure/services/services.ts'
import type { PolicyFacts } from '#machines/procedure/steps/policy/facts.ts'
import { isInUse } from '#machines/procedure/steps/policy/facts.ts'
import { keyLosses } from '#machines/procedure/steps/policy/key-loss.ts'
import { KEY_LOSSES, type KeyLoss } from '#machines/procedure/steps/policy/key-loss-causes.ts'
import { keyLossChecks } from '#machines/procedure/steps/policy/key-loss-checks.ts'
import { momentOf } from '#machines/procedure/steps/policy/moments.ts'
import { english } from '#test/english.ts'
import { anyPolicyFacts } from '#test/machines/arbitrary.ts'
import {
  absent,
  assignment,
  DAY,
  encrypted,
  environment,
  IDENTITY,
  key,
  NOW,
  OTHER_POLICY_ID,
  ok,
  POLICY_ID,
  policyFacts,
  REFUSALS,
  refused,
  vault,
  without,
} from '#test/machines/facts.ts'
import { findingOf, type Rows, row, walkRows } from '#test/machines/rows.ts'

/** As a person reads it. */
const moment = (at: number): string => english.text(momentOf(at))

const version = (name: string, age: number, enabled = true): KeyVersion => ({ version: name, enabled, createdAt: NOW - age * DAY })

/** The environment is enabled the key, and everything about the key is in order. */
const inUse = (over: Partial<PolicyFacts> = {}): PolicyFacts =>
  policyFacts({ environment: ok(encrypted()), keyVersions: ok([version('one', 100)]), ...over })
const vaultLike = (over: Partial<Vault>): PolicyFacts => inUse({ vault: ok(vault(over)) })
const gone = (over: Partial<PolicyFacts> = {}): PolicyFacts => without(inUse({ vault: absent, ...over }), 'key', 'keyVersions', 'keyAccess')
const keyGone = (over: Partial<PolicyFacts> = {}): PolicyFacts => without(inUse({ key: absent, ...over }), 'keyVersions')

const CLOSED = {
  publicNetworkAccess: 'Disabled',
  networkRules: { defaultAction: 'Allow', bypass: 'None', ipRules: 0, virtualNetworkRules: 0 },
}
const FENCED = { networkRules: { defaultAction: 'Deny', bypass: 'None', ipRules: 2, virtualNetworkRules: 1 } }
const TRUSTED = { ...FENCED, networkRules: { ...FENCED.networkRules, bypass: 'AzureServices' } }

/** Every cause, the facts that show it, and how they read. */
const LOST: Readonly<Record<KeyLoss, readonly (readonly [when: string, facts: PolicyFacts, says: string])[]>> = {
  'access-removed': [
    ['the role was taken away', inUse({ keyAccess: ok([]) }), 'no role'],
    ['the access policy was taken away', vaultLike({ roleBasedAccess: false }), 'don’t give the policy get, wrapKey, and unwrapKey'],
  ],
  'key-disabled': [['the key is disabled', inUse({ key: ok(key({ enabled: false })) }), 'The key is disabled.']],
  'key-deleted': [
    ['the key is deleted', keyGone({ deletedKey: ok({}) }), 'You can recover it'],
    ['the key does not exist', keyGone(), 'The key doesn’t exist.'],
  ],
  'vault-deleted': [
    ['the vault is deleted', gone({ vaultName: ok({ available: false, deleted: {} }) }), 'You can recover it'],
    ['the vault does not exist', gone(), 'The key vault doesn’t exist.'],
  ],
  'policy-deleted': [['the policy does not exist', inUse({ policy: absent }), 'The policy doesn’t exist.']],
  'key-version-disabled': [
    [
      'the version before the newest was disabled',
      inUse({ keyVersions: ok([version('new', 27), version('old', 90, false)]) }),
      'version old',
    ],
  ],
  'vault-closed': [['public access is off without the exception', vaultLike(CLOSED), 'public access is off without the exception']],
  'vault-fenced': [['address rules shut Microsoft out', vaultLike(FENCED), 'firewall']],
  'key-expired': [['the key has expired', inUse({ key: ok(key({ expires: NOW })) }), 'has expired']],
}

describe('what takes the key from the environments on it', () => {
  it('is clear, cause by cause, when everything is in order', () => {
    expect(keyLosses(inUse(), NOW).map(({ loss, state }) => [loss, state])).toEqual(KEY_LOSSES.map((loss) => [loss, 'clear']))
  })

  it.each(KEY_LOSSES.flatMap((loss) => LOST[loss].map(([when, facts, says]) => [loss, when, facts, says] as const)))(
    'is %s when %s',
    (loss, _, facts, says) => {
      const lost = english.all(keyLosses(facts, NOW)).filter(({ state }) => state === 'lost')
      expect(lost.map((reading) => reading.loss)).toEqual([loss])
      expect(lost[0]?.seen).toContain(says)
    },
  )

  it('is unknown, not clear, for what could not be read', () => {
    const hidden = refused(REFUSALS.forbidden)
    const unread = keyLosses(inUse({ vault: hidden, key: hidden, policy: hidden, keyVersions: hidden, keyAccess: hidden }), NOW)
    expect(unread.map(({ state }) => state)).toEqual(KEY_LOSSES.map(() => 'unknown'))
  })

  it('is explained for every cause, in a whole sentence, for any reading', () => {
    fc.assert(
      fc.property(anyPolicyFacts, (facts) => {
        const readings = english.all(keyLosses(facts, NOW))
        expect(readings.map(({ loss }) => loss)).toEqual(KEY_LOSSES)
        for (const { seen } of readings) expect(seen).toMatch(/^[A-Z].*\.$/)
      }),
    )
  })

  it('counts a version as needed for 28 days after the next one was made, by the order in which they were made', () => {
    const disabledBefore = (age: number) =>
      keyLosses(inUse({ keyVersions: ok([version('old', 300, false), version('new', age)]) }), NOW).find(
        ({ loss }) => loss === 'key-version-disabled',
      )?.state
    expect([27, 28, 29].map(disabledBefore)).toEqual(['lost', 'clear', 'clear'])
  })
})

describe('a key in use', () => {
  const on = (linkStatus: string, id = POLICY_ID) => inUse({ environment: ok(environment({ encryptionPolicy: { id, linkStatus } })) })

  it.each([
    ['Linked', true],
    ['Linking', true],
    ['Unlinking', true],
    ['Novel', true],
    ['NotLinked', false],
    ['LinkFailed', false],
    ['Failed', false],
  ])('is one whose environment says %s: %s', (linkStatus, expected) => {
    expect(isInUse(on(linkStatus))).toBe(expected)
    expect(isInUse(on(linkStatus, POLICY_ID.toUpperCase()))).toBe(expected)
    expect(isInUse(on(linkStatus, OTHER_POLICY_ID))).toBe(false)
  })

  it('needs an environment that was read, that names a policy, and a choice', () => {
    expect([policyFacts(), inUse({ environment: absent }), without(inUse(), 'choices')].map(isInUse)).toEqual([false, false, false])
  })
})

const notInUse = (facts: PolicyFacts): PolicyFacts => ({ ...facts, environment: ok(environment()) })
const switched = (roleBasedAccess: boolean, byRole: boolean, byPolicy: boolean): PolicyFacts =>
  policyFacts({
    vault: ok(
      vault({ roleBasedAccess, accessPolicies: byPolicy ? [{ objectId: IDENTITY, keyPermissions: ['get', 'wrapKey', 'unwrapKey'] }] : [] }),
    ),
    keyAccess: ok(byRole ? [assignment()] : []),
  })

const rows: Rows<PolicyFacts> = {
  'key-within-reach': [
    row.pass('everything is in order', inUse(), { seen: ['The key is enabled.', 'The policy exists.'] }),
    ...Object.values(LOST)
      .flat()
      .flatMap(([when, facts, seen]) => [
        row.fail(when, facts, { title: 'can’t use the key', seen, id: 'F-A01', remedy: expect.stringContaining('after 30') }),
        row.nothing(`it is not in use and ${when}`, notInUse(facts)),
      ]),
    row.pass('the vault lets in trusted services only', vaultLike(TRUSTED)),
    row.warning('the versions may not be listed', inUse({ keyVersions: refused(REFUSALS.forbidden) }), { seen: 'Key versions: unknown.' }),
  ],
  'key-and-vault-kept': [
    row.pass('both are there', inUse(), { seen: key().id }),
    row.fail(
      'the vault is deleted',
      gone({ vaultName: ok({ available: false, deleted: { deletedAt: NOW - DAY, heldUntil: NOW + 89 * DAY } }) }),
      { seen: [moment(NOW - DAY), moment(NOW + 89 * DAY)], id: 'F-606', remedy: expect.stringContaining('role again') },
    ),
    row.fail('the vault is deleted, since when and how long is unknown', gone({ vaultName: ok({ available: false, deleted: {} }) }), {
      seen: 'Deleted. Kept until an unknown time',
    }),
    row.fail('the vault is nowhere', gone(), { seen: 'isn’t among the deleted vaults' }),
    row.fail('the key is deleted', keyGone({ deletedKey: ok({ deletedAt: NOW - DAY, heldUntil: NOW + 89 * DAY }) }), {
      seen: moment(NOW + 89 * DAY),
      remedy: expect.stringContaining('Don’t create another one'),
    }),
    row.fail('the key is deleted, for how long is unknown', keyGone({ deletedKey: ok({}) })),
    row.fail('the key is nowhere', keyGone(), { seen: 'isn’t among the deleted keys' }),
    row.nothing('the key is not in use', notInUse(gone())),
    row.nothing('the key could not be read', inUse({ key: refused(REFUSALS.forbidden) })),
  ],
  'old-versions-kept': [
    row.pass('all are enabled', inUse(), { seen: 'one enabled' }),
    row.fail('one was disabled too early', inUse({ keyVersions: ok([version('new', 3), version('old', 90, false)]) }), {
      seen: 'old disabled',
      id: 'F-A03',
    }),
    row.unknown(
      'whether a needed one is enabled isn’t said',
      inUse({ keyVersions: ok([version('new', 3), without(version('old', 90), 'enabled')]) }),
      {
        attestable: true,
      },
    ),
    row.pass('one was disabled long after it was replaced', inUse({ keyVersions: ok([version('new', 40), version('old', 90, false)]) })),
    row.warning('the versions may not be listed', inUse({ keyVersions: refused(REFUSALS.forbidden) }), {
      seen: REFUSALS.forbidden.message,
    }),
    row.nothing('they were not asked for', without(inUse(), 'keyVersions')),
    row.nothing('the key is not in use', notInUse(inUse())),
  ],
  'permission-model-kept': [
    ...(
      [
        [true, true, false, 'nothing'],
        [true, true, true, 'nothing'],
        [true, false, false, 'nothing'],
        [true, false, true, 'fail'],
        [false, true, true, 'pass'],
        [false, true, false, 'pass'],
        [false, false, true, 'warning'],
        [false, false, false, 'warning'],
      ] as const
    ).map(([roles, byRole, byPolicy, gives]) =>
      row[gives](
        `it goes by ${roles ? 'roles' : 'access policies'}, and the policy has ${byRole ? 'a' : 'no'} role and ${byPolicy ? 'an' : 'no'} access policy`,
        switched(roles, byRole, byPolicy),
        gives === 'fail' ? { id: 'F-605', putRightBy: ['grant-key-access'] } : {},
      ),
    ),
    row.nothing('the roles could not be read', policyFacts({ keyAccess: refused(REFUSALS.forbidden) })),
    row.nothing('there is no vault', policyFacts({ vault: absent })),
  ],
}

describe('the checks of what would lock the environment', () => walkRows(keyLossChecks, rows))

it('tells before the switch what comes first, and after it what is missing now', () => {
  const remedyOf = (roles: boolean) => findingOf(keyLossChecks, 'permission-model-kept', switched(roles, false, true))?.remedy
  expect(remedyOf(false)).toMatch(/^Before you switch the key vault/)
  expect(remedyOf(true)).toMatch(/^Assign .* to the policy’s identity now/)
})

it('lets the wizard give the access back when that is all that is missing, and nothing else', () => {
  expect(findingOf(keyLossChecks, 'key-within-reach', inUse({ keyAccess: ok([]) }))?.putRightBy).toEqual(['grant-key-access'])
  const two = inUse({ keyAccess: ok([]), key: ok(key({ enabled: false })) })
  expect(findingOf(keyLossChecks, 'key-within-reach', two)).not.toHaveProperty('putRightBy')
})
