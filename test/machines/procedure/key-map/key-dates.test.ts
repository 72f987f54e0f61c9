import { expect, it } from 'vitest'
import { DAY } from '#machines/engine/durations.ts'
import type { Reading } from '#machines/engine/step/proof.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import { keyDates } from '#machines/procedure/key-map/key-map-view.ts'
import { reEnable } from '#machines/procedure/operations/re-enable/operation.ts'
import { readOperation } from '#machines/procedure/operations/reading.ts'
import { readPolicy } from '#machines/procedure/steps/policy/step.ts'
import { suggestPolicy } from '#machines/procedure/steps/policy/suggestion.ts'
import { account, ENVIRONMENT, encrypted, key, NOW, ok, policyChoices, policyFacts, REFUSALS, refused } from '../../facts.ts'
import { context as opened } from '../../readings.ts'
import { operationFacts } from '../operations/facts.ts'

const choices: Choices = { environmentId: ENVIRONMENT, policy: policyChoices() }

const record = (reading: Reading) => ({ phase: 'reviewing' as const, receipts: [], reading })

function datesIn(over: Parameters<typeof policyFacts>[0], operation?: Reading) {
  const facts = policyFacts({ environment: ok(encrypted()), ...over })
  return keyDates({
    ...opened(),
    choices,
    steps: { policy: record(readPolicy(facts, choices, suggestPolicy(facts, undefined), account, NOW)) },
    operations: operation ? { 're-enable': record(operation) } : {},
  })
}

const version = (createdAt: number, name = key().version ?? '') => ({ version: name, enabled: true, createdAt })

it('the newest version tells when it expires and when it was created', () => {
  const expires = NOW + 300 * DAY
  const dates = datesIn({ key: ok(key({ expires })), keyVersions: ok([version(NOW - 900 * DAY, 'older'), version(NOW - DAY)]) })
  expect(dates).toMatchObject({ key: key().name, expires, rotateFrom: expires - 60 * DAY, createdAt: NOW - DAY })
})

it('a key that its policy renews calls for no rotation before the policy’s time has passed', () => {
  const expires = NOW + 20 * DAY
  const keyRotation = ok({ rotates: true, rotateBeforeExpiry: 'P10D' })
  expect(datesIn({ key: ok(key({ expires })), keyRotation })).toMatchObject({ rotateFrom: expires - 10 * DAY })
})

it('a key without an expiration date calls for no rotation', () => {
  const dates = datesIn({ key: ok(key()), keyVersions: ok([version(NOW - DAY)]) })
  expect(dates).not.toHaveProperty('expires')
  expect(dates).not.toHaveProperty('rotateFrom')
})

it('no date is made up where the versions or the key could not be read', () => {
  expect(datesIn({ keyVersions: refused(REFUSALS.forbidden) })).not.toHaveProperty('createdAt')
  expect(datesIn({ key: refused(REFUSALS.forbidden) })).toBeUndefined()
})

it('a newer reading of an operation counts, as on the map', () => {
  const expires = NOW + 20 * DAY
  const renewed = operationFacts({ key: ok(key({ expires })), keyVersions: ok([version(NOW - 2 * DAY)]) })
  expect(datesIn({}, readOperation(reEnable, renewed, NOW + DAY))).toMatchObject({ expires, createdAt: NOW - 2 * DAY })
})
