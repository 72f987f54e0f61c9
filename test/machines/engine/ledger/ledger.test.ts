import { describe, expect, it } from 'vitest'
import { newerOf, overtaken, touched } from '#machines/engine/ledger/ledger.ts'
import { affects, placeIn, placeOf } from '#machines/engine/ledger/place.ts'
import type { Reading } from '#machines/engine/step/proof.ts'
import { verbatim } from '#machines/messages/message.ts'

const SUBSCRIPTION = '/subscriptions/11AA'
const GROUP = `${SUBSCRIPTION}/resourceGroups/rg`
const VAULT = `${GROUP}/providers/Microsoft.KeyVault/vaults/kv`
const VERSION = 'https://kv.vault.azure.net/keys/cmk/9a07'
const POLICY = `${GROUP}/providers/Microsoft.PowerPlatform/enterprisePolicies/ep`

const reading = (more: Partial<Reading>): Reading => ({
  stepId: 'policy',
  readAt: 10,
  findings: [],
  plan: [],
  choiceMissing: false,
  picture: { kind: 'none' },
  note: verbatim(''),
  found: {},
  ...more,
})

describe('what an ID, an address, or a call names', () => {
  it.each([
    [VAULT, ['11aa', 'rg', 'kv']],
    [`${VAULT}/`, ['11aa', 'rg', 'kv']],
    [`${VAULT}/keys/cmk`, ['11aa', 'rg', 'kv', 'cmk']],
    ['/environments/E1/enterprisePolicies/Encryption', ['e1', 'encryption']],
    ['https://KV.vault.azure.net:443/', ['kv']],
    ['https://kv.vault.azure.net/keys/CMK/9A07', ['kv', 'cmk', '9a07']],
    ['E1', ['e1']],
  ])('%s', (id, names) => {
    expect(placeOf(id)).toEqual(names)
  })

  it('takes what a call is asked with, one thing inside another, and no signal', () => {
    expect(placeIn('11AA', { resourceGroup: 'rg', name: 'kv' }, undefined, new AbortController().signal)).toEqual(['11aa', 'rg', 'kv'])
  })
})

describe('a change', () => {
  it.each([
    ['of a vault', VAULT, 'what was read of the vault', placeOf(VAULT), true],
    ['of a key', `${VAULT}/keys/cmk`, 'the key as its vault answers', placeOf('https://kv.vault.azure.net/', 'cmk'), true],
    ['of a key’s version', VERSION, 'the key', placeOf(`${VAULT}/keys/cmk`), true],
    ['of a key’s version', VERSION, 'its versions as its vault answers', placeOf('https://kv.vault.azure.net/', 'cmk'), true],
    ['of a key’s version', VERSION, 'the vault', placeOf(VAULT), false],
    ['of a key’s version', VERSION, 'who has access', placeIn(VAULT, 'principal'), false],
    ['of a key’s version', VERSION, 'another key', placeOf(`${VAULT}/keys/other`), false],
    ['of a role', `${VAULT}/providers/Microsoft.Authorization/roleAssignments/r`, 'who has access', placeIn(VAULT, 'principal'), true],
    ['of a policy', POLICY, 'the list of policies', placeOf('11aa'), true],
    ['of a key', `${VAULT}/keys/cmk`, 'the policy', placeOf(POLICY), false],
    ['of an environment', '/environments/E1/enterprisePolicies/Encryption', 'the environment', placeOf('e1'), true],
    ['of an environment', '/environments/E1/enterprisePolicies/Encryption', 'another environment', placeOf('e2'), false],
    ['of an environment', '/environments/E1/enterprisePolicies/Encryption', 'what was asked of nothing by name', [], false],
  ])('%s (%s) makes %s old: %s', (_, changed, __, asked, isOld) => {
    expect(affects(placeOf(changed), asked)).toBe(isOld)
    const before = reading({ asked: [asked] })
    expect(touched(before, [placeOf(changed)], 12).oldSince).toBe(isOld ? 12 : undefined)
  })

  it('is older than a reading that began after it, and not than one that began before it and ended later', () => {
    const old = reading({ readAt: 10, oldSince: 12 })
    expect(newerOf(old, reading({ begunAt: 13, readAt: 15 })).oldSince).toBeUndefined()
    expect(newerOf(old, reading({ begunAt: 11, readAt: 15 })).oldSince).toBe(12)
    expect(newerOf(reading({ readAt: 10 }), reading({ readAt: 9 })).readAt).toBe(10)
  })
})

describe('an environment that is locked, or back', () => {
  const seen = (id: string, readAt: number, locked?: true) =>
    reading({ readAt, environment: { id, displayName: 'prod', ...(locked ? { locked } : {}) } })

  it.each([
    ['a newer reading sees it back', seen('E1', 10, true), seen('e1', 20), 20],
    ['a newer reading sees it locked', seen('E1', 10), seen('E1', 20, true), 20],
    ['nothing is different', seen('E1', 10, true), seen('E1', 20, true), undefined],
    ['the other reading is older', seen('E1', 30, true), seen('E1', 20), undefined],
    ['it is another environment', seen('E1', 10, true), seen('E2', 20), undefined],
    ['a reading saw no environment', reading({ readAt: 10 }), seen('E1', 20, true), undefined],
  ])('makes what was read before old: %s', (_, before, newer, oldSince) => {
    expect(overtaken(before, newer, undefined).oldSince).toBe(oldSince)
  })
})

describe('of an environment that is held by something else', () => {
  const held = (stepId: string, readAt: number, heldBy?: string) =>
    reading({ stepId, readAt, environment: { id: 'E1', displayName: 'prod', ...(heldBy === undefined ? {} : { heldBy }) } })

  it.each([
    ['a newer reading shows it held', held('membership', 10), held('integration', 20, POLICY), 20],
    ['a newer reading shows it held by nothing', held('membership', 10, POLICY), held('integration', 20), 20],
    ['the same holds it, in other letters', held('membership', 10, POLICY), held('integration', 20, POLICY.toUpperCase()), undefined],
    ['nothing holds it', held('membership', 10), held('integration', 20), undefined],
    ['the step at most warns of it', held('environment', 10), held('integration', 20, POLICY), undefined],
  ])('the reading of the step that adds it is made old: %s', (_, before, newer, oldSince) => {
    expect(overtaken(before, newer, 'membership').oldSince).toBe(oldSince)
  })
})
