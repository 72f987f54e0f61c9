import { describe, expect, it } from 'vitest'
import { DAY } from '#machines/engine/durations.ts'
import { operationsAreOpen, type WizardContext } from '#machines/engine/wizard/context.ts'
import { verbatim } from '#machines/messages/message.ts'
import { calendarIn } from '#machines/procedure/calendar/calendar.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import type { KeyChain } from '#machines/procedure/key-chain/key-chain.ts'
import { keyDates, keyMapView } from '#machines/procedure/key-map/key-map-view.ts'
import { carryingThings, type ShownThings, thingsOf } from '#machines/procedure/key-map/shown.ts'
import { listedOf } from '#machines/procedure/listed.ts'
import { reEnable } from '#machines/procedure/operations/re-enable/operation.ts'
import { readOperation } from '#machines/procedure/operations/reading.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { readPolicy } from '#machines/procedure/steps/policy/step.ts'
import { suggestPolicy } from '#machines/procedure/steps/policy/suggestion.ts'
import { whatIfView } from '#machines/procedure/what-if/view.ts'
import { english } from '#test/english.ts'
import {
  account,
  ENVIRONMENT,
  encrypted,
  key,
  NOW,
  OTHER_POLICY_ID,
  ok,
  policyChoices,
  policyFacts,
  REFUSALS,
  refused,
  vault,
} from '../../facts.ts'
import { context as opened } from '../../readings.ts'
import { operationFacts } from '../operations/facts.ts'

const wanted: Choices = {
  environmentId: ENVIRONMENT,
  policy: policyChoices({ policyName: 'cmk-fabrikam', keyName: 'key-other', vaultName: 'kv-other' }),
}

/** Step 3 has read the policy that is wanted, and an operation, before or after, the one that the environment is in. */
function betweenTwo(things: ShownThings, operationAt: number, ofOperation: KeyChain): WizardContext {
  const facts = policyFacts({ environment: ok(encrypted()) })
  const reading = {
    ...readPolicy(facts, wanted, suggestPolicy(facts, undefined), account, NOW),
    found: { policyId: OTHER_POLICY_ID },
    things: carryingThings(things),
  }
  const operation = readOperation(reEnable, operationFacts({ environment: ok(encrypted()), ...ofOperation }), operationAt)
  return {
    ...opened(),
    choices: wanted,
    steps: { ...opened().steps, policy: { phase: 'reviewing', receipts: [], reading } },
    operations: { ...opened().operations, 're-enable': { phase: 'reviewing', receipts: [], reading: operation } },
  }
}

const OTHER: ShownThings = {
  policy: { id: OTHER_POLICY_ID, name: 'cmk-fabrikam', location: 'unitedstates', hasIdentity: true },
  vault: { id: vault().id.replace('kv-contoso-cmk', 'kv-other'), name: 'kv-other' },
  key: { id: 'k', name: 'key-other', type: 'RSA', expires: NOW + 20 * DAY },
  rotation: { renewsAt: NOW + 5 * DAY },
  losses: { at: NOW, readings: [{ loss: 'key-deleted', state: 'lost', seen: verbatim('key-other is deleted') }] },
}

const expires = NOW + 300 * DAY

describe('of an environment in a policy that Power Platform doesn’t name', () => {
  const unnamed = ok(encrypted({ encryptionPolicy: { systemId: 'system', linkStatus: 'Linked' } }))
  const facts = policyFacts({ environment: unnamed })
  const reading = readPolicy(facts, wanted, suggestPolicy(facts, undefined), account, NOW)
  const context: WizardContext = {
    ...opened(),
    choices: wanted,
    steps: {
      ...opened().steps,
      policy: {
        phase: 'reviewing',
        receipts: [],
        reading: {
          ...reading,
          things: carryingThings({ ...thingsOf(reading.things), key: { id: 'k', name: 'key', type: 'RSA', expires } }),
        },
      },
    },
  }

  it('the map says that it’s in a policy, and no name', () => {
    const map = english.all(keyMapView(context, { page: 'step', checking: false }))
    expect(map).toMatchObject({ headline: 'connected', sentence: 'Linked to a policy that Power Platform doesn’t name' })
  })

  it('the calendar has the dates of its key', () => {
    expect(calendarIn(context, NOW).map(({ at }) => at)).toContain(expires)
  })

  it('its operations are open', () => {
    expect(operationsAreOpen({ ...opened(), procedure: CUSTOMER_MANAGED_KEYS })).toBe(false)
    expect(operationsAreOpen({ ...context, procedure: CUSTOMER_MANAGED_KEYS })).toBe(true)
  })

  it('what would take it offline isn’t nothing', () => expect(whatIfView(context)?.environments.length).toBeGreaterThan(0))
})

describe('of an environment in another policy than the wanted one', () => {
  const readable = betweenTwo(OTHER, NOW - DAY, { key: ok(key({ expires })) })

  it('Manage has the dates of the key in use', () => {
    expect(keyDates(readable)).toMatchObject({ vault: 'kv-contoso-cmk', key: 'cmk-contoso', expires, rotateFrom: expires - 60 * DAY })
  })

  it('the calendar has them', () => {
    const times = calendarIn(readable, NOW).map(({ at }) => at)
    expect(times).toContain(expires)
    expect(times).not.toContain(NOW + 20 * DAY)
  })

  it('the list has them', () => {
    expect(listedOf(readable)).toMatchObject({ keyExpires: expires, rotation: { at: expires - 60 * DAY, byPolicy: false } })
  })

  it('what locks it says nothing of the other key', () => {
    const rows = whatIfView(readable)?.rows ?? []
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ seen }) => seen !== undefined && english.text(seen).includes('key-other'))).toEqual([])
    expect(rows.filter(({ protection }) => protection !== undefined)).toEqual([])
  })
})

describe('of an environment in another policy, whose key can’t be read', () => {
  const unreadable = betweenTwo(OTHER, NOW + DAY, { vault: refused(REFUSALS.forbidden), key: refused(REFUSALS.forbidden) })

  it('no date is shown', () => {
    expect(keyDates(unreadable)).toBeUndefined()
    expect(listedOf(unreadable)).not.toHaveProperty('keyExpires')
  })

  it('the map doesn’t draw the other key beside its policy', () => {
    const cards = keyMapView(unreadable, { page: 'operations', checking: false }).elements.filter(({ form }) => form === 'card')
    expect(cards.slice(-2).map(({ name }) => name && english.text(name))).toEqual(['cmk-contoso', 'Not checked yet'])
  })
})
