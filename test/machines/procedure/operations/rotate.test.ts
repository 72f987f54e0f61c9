import { describe, expect, it } from 'vitest'
import { isProved } from '../../../../machines/engine/step/proof.ts'
import type { OperationFacts } from '../../../../machines/procedure/operations/facts.ts'
import { readOperation } from '../../../../machines/procedure/operations/reading.ts'
import { rotateChecks } from '../../../../machines/procedure/operations/rotate/checks.ts'
import { rotate } from '../../../../machines/procedure/operations/rotate/operation.ts'
import { planRotation } from '../../../../machines/procedure/operations/rotate/plan.ts'
import {
  absent,
  DAY,
  encrypted,
  environment,
  HOUR,
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
} from '../../facts.ts'
import { type Row, walkRows } from '../../rows.ts'
import { material, operationFacts, rotatedFacts } from './facts.ts'

const withMaterial = (over: Parameters<typeof material>[0]): OperationFacts => operationFacts({ material: material(over) })
const pinned = withMaterial({ policy: ok(policy({ keyVersion: 'a1' })) })
const inHsm = withMaterial({ key: ok(key({ type: 'RSA-HSM' })) })
const importedAgain = rotatedFacts(1)
const outside = operationFacts({ environment: ok(environment()) })

const inEarlier = ok(encrypted({ encryptionPolicy: { id: POLICY_ID, systemId: OTHER_SYSTEM_ID, linkStatus: 'Linked' } }))

const rows: readonly Row<OperationFacts>[] = [
  { check: 'rotate-within-network', when: 'the vault lets this computer in', facts: operationFacts(), gives: 'pass' },
  {
    check: 'rotate-within-network',
    when: 'its network keeps this computer out',
    facts: operationFacts({ material: material({ shutOut: { ...REFUSALS.forbidden, code: 'ForbiddenByConnection' } }) }),
    gives: 'fail',
    seen: ['ForbiddenByConnection'],
  },
  {
    check: 'rotate-within-network',
    when: 'somebody in its network has just created the version',
    facts: rotatedFacts(3),
    gives: 'nothing',
  },
  { check: 'rotate-origin', when: 'the key is protected by software', facts: operationFacts(), gives: 'nothing' },
  { check: 'rotate-origin', when: 'no one said where the HSM key comes from', facts: inHsm, gives: 'unknown', with: { attestable: true } },
  {
    check: 'rotate-origin',
    when: 'it comes from the customer’s own HSM',
    facts: { ...inHsm, keyIsImported: true },
    gives: 'fail',
    title: 'Import the next version of the key',
  },
  { check: 'rotate-origin', when: 'the next version was imported', facts: { ...importedAgain, keyIsImported: true }, gives: 'nothing' },
  { check: 'rotate-policy-not-recreated', when: 'it is the one that the environment names', facts: operationFacts(), gives: 'pass' },
  {
    check: 'rotate-policy-not-recreated',
    when: 'it was created again under its name',
    facts: operationFacts({ environment: inEarlier }),
    gives: 'fail',
  },
  { check: 'rotate-readable', when: 'everything can be read', facts: operationFacts(), gives: 'pass' },
  { check: 'rotate-readable', when: 'nothing was asked', facts: { account: operationFacts().account }, gives: 'nothing' },
  {
    check: 'rotate-readable',
    when: 'the versions may not be listed',
    facts: withMaterial({ versions: refused(REFUSALS.forbidden) }),
    gives: 'unknown',
    title: 'key versions',
  },
  { check: 'rotate-readable', when: 'the policy is gone', facts: withMaterial({ policy: absent }), gives: 'unknown', title: 'the policy' },
  { check: 'rotate-in-use', when: 'the environment is linked and open', facts: operationFacts(), gives: 'pass' },
  { check: 'rotate-in-use', when: 'the environment is in no policy', facts: outside, gives: 'fail', title: 'nothing to rotate' },
  {
    check: 'rotate-in-use',
    when: 'the environment is switched off',
    facts: operationFacts({ environment: ok(encrypted({ runtimeState: 'Disabled' })) }),
    gives: 'fail',
    title: 'disabled',
  },
  { check: 'rotate-not-pinned', when: 'the policy names no version', facts: operationFacts(), gives: 'pass' },
  { check: 'rotate-not-pinned', when: 'the policy names a version', facts: pinned, gives: 'fail', seen: ['a1'] },
  { check: 'rotate-latest', when: 'the latest version is in order', facts: operationFacts(), gives: 'pass' },
  {
    check: 'rotate-latest',
    when: 'it is disabled',
    facts: withMaterial({ key: ok(key({ enabled: false })) }),
    gives: 'fail',
    title: 'disabled',
  },
  {
    check: 'rotate-latest',
    when: 'it is too long',
    facts: withMaterial({ key: ok(key({ size: 4096 })) }),
    gives: 'fail',
    title: 'type of key',
  },
  {
    check: 'rotate-latest',
    when: 'it is no RSA key',
    facts: withMaterial({ key: ok(key({ type: 'EC' })) }),
    gives: 'fail',
    title: 'type of key',
  },
  { check: 'rotate-old-version-kept', when: 'there was no rotation', facts: operationFacts(), gives: 'nothing' },
  {
    check: 'rotate-old-version-kept',
    when: 'the old version is enabled on day 2',
    facts: rotatedFacts(2),
    gives: 'pass',
    title: 'until Dec 22, 2026',
  },
  { check: 'rotate-old-version-kept', when: 'it is disabled on day 29', facts: rotatedFacts(29, { enabled: false }), gives: 'fail' },
  { check: 'rotate-old-version-kept', when: 'it is disabled on day 30', facts: rotatedFacts(30, { enabled: false }), gives: 'nothing' },
  {
    check: 'rotate-old-version-kept',
    when: 'it expires before its 30 days are over',
    facts: rotatedFacts(2, { expires: NOW + 27 * DAY }),
    gives: 'warning',
  },
  { check: 'rotate-picked-up', when: 'the day still runs', facts: rotatedFacts(0.5), gives: 'nothing' },
  {
    check: 'rotate-picked-up',
    when: 'the day is over and no service tells',
    facts: rotatedFacts(2),
    gives: 'unknown',
    with: { attestable: true, key: `rotate-picked-up:${'f'.repeat(32)}` },
  },
  {
    check: 'rotate-picked-up',
    when: 'the history tells of it',
    facts: rotatedFacts(2, {}, { operations: ok([operation({ type: 'RotateCustomerManagedKey', createdAt: iso(NOW - DAY) })]) }),
    gives: 'pass',
  },
  {
    check: 'rotate-picked-up',
    when: 'the history tells of an earlier one only',
    facts: rotatedFacts(2, {}, { operations: ok([operation({ type: 'RotateCustomerManagedKey', createdAt: iso(NOW - 3 * DAY) })]) }),
    gives: 'unknown',
  },
]

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
    const inHardware = withMaterial({ key: ok(key({ type: 'RSA-HSM', size: 2048 })) })
    expect(planRotation(inHardware, NOW)).toEqual([expect.objectContaining({ size: 2048, inHardware: true })])
  })

  it.each([
    ['while the version before is to be kept', rotatedFacts(29.9)],
    ['for an environment that is in no policy', outside],
    ['where the versions cannot be read', withMaterial({ versions: refused(REFUSALS.forbidden) })],
    ['for a key the service does not take', withMaterial({ key: ok(key({ size: 4096 })) })],
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
  expect(planRotation(operationFacts({ material: material({ shutOut }) }), NOW)).toEqual([])
})
