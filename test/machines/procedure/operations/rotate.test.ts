import { describe, expect, it } from 'vitest'
import { isProved } from '#machines/engine/step/proof.ts'
import { actions } from '#machines/procedure/actions/registry.ts'
import type { KeyChain } from '#machines/procedure/key-chain/key-chain.ts'
import type { OperationFacts } from '#machines/procedure/operations/facts.ts'
import { readOperation } from '#machines/procedure/operations/reading.ts'
import { rotateChecks } from '#machines/procedure/operations/rotate/checks.ts'
import { rotate } from '#machines/procedure/operations/rotate/operation.ts'
import { planRotation } from '#machines/procedure/operations/rotate/plan.ts'
import {
  absent,
  DAY,
  encrypted,
  environment,
  HOUR,
  HSM_ID,
  hsm,
  iso,
  key,
  NOW,
  OTHER_SYSTEM_ID,
  ok,
  operation,
  POLICY_ID,
  policy,
  REFUSALS,
  refused,
  without,
} from '../../facts.ts'
import { type Rows, row, walkRows } from '../../rows.ts'
import { operationFacts, rotatedFacts } from './facts.ts'

const withChain = (over: KeyChain): OperationFacts => operationFacts({ ...over })
const pinned = withChain({ policy: ok(policy({ keyVersion: 'a1' })) })
const inHsm = withChain({ key: ok(key({ type: 'RSA-HSM' })) })
const importedAgain = rotatedFacts(1)
const outside = operationFacts({ environment: ok(environment()) })

const inEarlier = ok(encrypted({ encryptionPolicy: { id: POLICY_ID, systemId: OTHER_SYSTEM_ID, linkStatus: 'Linked' } }))

const rows: Rows<OperationFacts> = {
  'rotate-within-network': [
    row.pass('the vault lets this computer in', operationFacts()),
    row.fail(
      'its network keeps this computer out',
      operationFacts({ keyShutOut: { ...REFUSALS.forbidden, code: 'ForbiddenByConnection' } }),
      { seen: 'ForbiddenByConnection' },
    ),
    row.nothing('a person in its network has just created the version', rotatedFacts(3)),
  ],
  'rotate-origin': [
    row.nothing('the key is protected by software', operationFacts()),
    row.unknown('no one said where the HSM key comes from', inHsm, { attestable: true }),
    row.fail('it comes from the customer’s own HSM', { ...inHsm, keyIsImported: true }, { title: 'Import the next version of the key' }),
    row.nothing('the next version was imported', { ...importedAgain, keyIsImported: true }),
  ],
  'rotate-policy-not-recreated': [
    row.pass('it is the one that the environment names', operationFacts()),
    row.fail('it was created again under its name', operationFacts({ environment: inEarlier })),
  ],
  'rotate-readable': [
    row.pass('everything can be read', operationFacts()),
    row.nothing('nothing was asked', { account: operationFacts().account }),
    row.unknown('the versions may not be listed', withChain({ keyVersions: refused(REFUSALS.forbidden) }), { title: 'key versions' }),
    row.unknown('the policy is gone', withChain({ policy: absent }), { title: 'the policy' }),
    row.unknown(
      'the account has no local role in the Managed HSM',
      withChain({ policy: ok(policy({ vaultId: HSM_ID })), vault: ok(hsm()), key: refused(REFUSALS.forbidden) }),
      {
        remedy:
          'Ask a Managed HSM Administrator for Managed HSM Crypto User at All keys, then check again. Roles in Azure give no access to keys there.',
      },
    ),
  ],
  'rotate-in-use': [
    row.pass('the environment is linked and open', operationFacts()),
    row.fail('the environment is in no policy', outside, { title: 'nothing to rotate' }),
    row.unknown('the environment’s runtime is not named', operationFacts({ environment: ok(without(encrypted(), 'runtimeState')) }), {
      attestable: true,
    }),
    row.unknown('the environment’s runtime is a new word', operationFacts({ environment: ok(encrypted({ runtimeState: 'Paused' })) }), {
      title: 'doesn’t say whether users can open',
      attestable: true,
    }),
    row.fail('the environment is switched off', operationFacts({ environment: ok(encrypted({ runtimeState: 'Disabled' })) }), {
      title: 'disabled',
    }),
  ],
  'rotate-not-pinned': [
    row.pass('the policy names no version', operationFacts()),
    row.warning('the policy names a version: that it stays with it is not documented', pinned, { seen: 'a1' }),
  ],
  'rotate-latest': [
    row.pass('the latest version is in order', operationFacts()),
    row.fail('it is disabled', withChain({ key: ok(key({ enabled: false })) }), { title: 'disabled' }),
    row.fail('it is too long', withChain({ key: ok(key({ size: 4096 })) }), { title: 'type of key' }),
    row.fail('it is no RSA key', withChain({ key: ok(key({ type: 'EC' })) }), { title: 'type of key' }),
  ],
  'rotate-old-version-kept': [
    row.nothing('there was no rotation', operationFacts()),
    row.pass('the old version is enabled on day 2', rotatedFacts(2), { title: 'until Dec 22, 2026' }),
    row.fail('it is disabled on day 29', rotatedFacts(29, { enabled: false })),
    row.nothing('it is disabled on day 30', rotatedFacts(30, { enabled: false })),
    row.warning('it expires before its 30 days are over', rotatedFacts(2, { expires: NOW + 27 * DAY })),
  ],
  'rotate-picked-up': [
    row.nothing('the day still runs', rotatedFacts(0.5)),
    row.unknown('the day is over and no service tells', rotatedFacts(2), { attestable: true, key: `rotate-picked-up:${'f'.repeat(32)}` }),
    row.pass(
      'the history tells of it',
      rotatedFacts(2, {}, { operations: ok([operation({ type: 'RotateCustomerManagedKey', createdAt: iso(NOW - DAY) })]) }),
    ),
    row.unknown(
      'the history tells of an earlier one only',
      rotatedFacts(2, {}, { operations: ok([operation({ type: 'RotateCustomerManagedKey', createdAt: iso(NOW - 3 * DAY) })]) }),
    ),
  ],
}

describe('the checks of a rotation', () => walkRows(rotateChecks, rows))

describe('the plan of a rotation', () => {
  it('is nothing where only the customer’s HSM can make the next version', () => {
    expect(planRotation(inHsm, NOW)).toHaveLength(1)
    expect(planRotation({ ...inHsm, keyIsImported: true }, NOW)).toEqual([])
  })

  it('is one version of the same kind, after the one that was seen', () => {
    expect(planRotation(operationFacts(), NOW)).toEqual([
      expect.objectContaining({ kind: 'rotate-key', name: 'cmk-contoso', size: 3072, after: key().version }),
    ])
    const inHardware = withChain({ key: ok(key({ type: 'RSA-HSM', size: 2048 })) })
    expect(planRotation(inHardware, NOW)).toEqual([expect.objectContaining({ size: 2048, inHardware: true })])
  })

  it.each([
    ['while the version before is to be kept', rotatedFacts(29.9)],
    ['for an environment that is in no policy', outside],
    ['where the versions cannot be read', withChain({ keyVersions: refused(REFUSALS.forbidden) })],
    ['for a key the service does not take', withChain({ key: ok(key({ size: 4096 })) })],
  ])('is empty %s', (_, facts) => {
    expect(planRotation(facts, NOW)).toEqual([])
  })

  it('is made again once the 30 days are over', () => {
    expect(planRotation(rotatedFacts(30), NOW)).toHaveLength(1)
  })
})

describe('the reading of a rotation', () => {
  it('follows the day in which the version is picked up, and is proved only by a word after it', () => {
    const during = readOperation(rotate, rotatedFacts(0.5), NOW)
    expect(during.underway).toEqual({ kind: 'rotation', since: NOW - 12 * HOUR, until: NOW + 12 * HOUR })
    expect(isProved(during, [])).toBe(false)
    const after = readOperation(rotate, rotatedFacts(1), NOW)
    expect(after).not.toHaveProperty('underway')
    expect(isProved(after, [])).toBe(false)
    const word = { key: `rotate-picked-up:${'f'.repeat(32)}`, by: 'ada', at: NOW }
    expect(isProved(after, [word])).toBe(true)
    expect(isProved(after, [{ ...word, key: 'rotate-picked-up:another' }])).toBe(false)
  })
})

it('plans no version where the vault’s network keeps this computer out', () => {
  const shutOut = { ...REFUSALS.forbidden, code: 'ForbiddenByConnection' }
  expect(planRotation(operationFacts({ keyShutOut: shutOut }), NOW)).toEqual([])
})

it('takes no one offline while the version is picked up, unlike adding and removing', () => {
  const { underway } = readOperation(rotate, rotatedFacts(0.5), NOW)
  if (!underway) throw new Error('Nothing runs.')
  expect(actions.waitOf(underway).unsettles).toBe(false)
  for (const kind of ['link-environment', 'unlink-environment'] as const)
    expect(actions.all.find((each) => each.kind === kind)?.wait?.unsettles).toBe(true)
})
