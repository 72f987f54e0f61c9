import { describe, expect, it } from 'vitest'
import { blockingFindings } from '#machines/engine/step/proof.ts'
import { change } from '#machines/procedure/operations/change/operation.ts'
import { reEnable } from '#machines/procedure/operations/re-enable/operation.ts'
import { readOperation } from '#machines/procedure/operations/reading.ts'
import { revert } from '#machines/procedure/operations/revert/operation.ts'
import { rotate } from '#machines/procedure/operations/rotate/operation.ts'
import { english } from '#test/english.ts'
import { encrypted, NOW, OTHER_SYSTEM_ID, ok, POLICY_ID } from '../../facts.ts'
import { findingOf } from '../../rows.ts'
import { operationFacts } from './facts.ts'

const environment = ok(encrypted({ encryptionPolicy: { id: POLICY_ID, systemId: OTHER_SYSTEM_ID, linkStatus: 'Linked' } }))
const inEarlier = operationFacts({ environment })

describe.each([rotate, reEnable, change, revert])('$id on an environment whose policy was created again under its name', (operation) => {
  it('says which policy is there, and plans nothing', () => {
    const { plan, findings } = readOperation(operation, operationFacts({ environment, keyAccess: ok([]) }), NOW)
    expect(plan).toEqual([])
    expect(english.all(findings)).toContainEqual(
      expect.objectContaining({ id: 'F-913', status: 'fail', seen: expect.stringContaining(OTHER_SYSTEM_ID) }),
    )
  })

  it('is kept from being applied by that finding', () => {
    const reading = readOperation(operation, inEarlier, NOW)
    expect(blockingFindings(reading, []).map(({ key }) => key)).toContain(`${operation.id}-policy-not-recreated`)
    const same = findingOf(operation.checks, `${operation.id}-policy-not-recreated`, operationFacts())
    expect(same?.status).toBe('pass')
  })
})

it('re-enabling counts the environment’s own policy as deleted, and access of the new one for nothing', () => {
  const findings = english.all(readOperation(reEnable, inEarlier, NOW).findings)
  const of = (key: string) => findings.find((finding) => finding.key === key)
  expect(of('re-enable-key')).toMatchObject({ status: 'fail', seen: expect.stringContaining('Another policy now has its name') })
  expect(of('re-enable-access')?.status).toBe('unknown')
})
