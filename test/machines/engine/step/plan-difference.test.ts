import { describe, expect, it } from 'vitest'
import { fieldChanges } from '#machines/engine/action.ts'
import { differenceInWords as differenceInWordsAsData, planDifference } from '#machines/engine/step/plan-difference.ts'
import type { Action } from '#machines/procedure/action.ts'
import { actions } from '#machines/procedure/actions/registry.ts'
import { inEnglish } from '#test/english.ts'
import { ACTIONS } from '../../procedure/actions/every.ts'

const differenceInWords = inEnglish(differenceInWordsAsData)

const { 'register-provider': register, 'create-vault': vault, 'create-key': key, 'link-environment': link } = ACTIONS
const nothing = { added: [], gone: [], different: [], reordered: false }
const elsewhere: Action = { ...vault, vault: { ...vault.vault, location: 'westus' } }

describe('the difference between the plan that was read and the one that holds now', () => {
  it.each<[string, readonly Action[], readonly Action[], object]>([
    ['nothing, for the same plan', [register, vault], [register, vault], nothing],
    ['nothing, for ids in another case', [link], [{ ...link, policyId: link.policyId.toUpperCase() }], nothing],
    ['what is planned only now', [vault], [register, vault], { ...nothing, added: [register] }],
    ['what is not planned any more', [register, vault], [vault], { ...nothing, gone: [register] }],
    ['the same thing in another way', [vault, key], [elsewhere, key], { ...nothing, different: [{ before: vault, now: elsewhere }] }],
    ['another order', [register, vault, key], [vault, register, key], { ...nothing, reordered: true }],
    [
      'two different things of one kind',
      [key],
      [{ ...key, name: 'other' }],
      { ...nothing, gone: [key], added: [{ ...key, name: 'other' }] },
    ],
    ['everything, against an empty plan', [], [register, key], { ...nothing, added: [register, key] }],
  ])('is %s', (_what, before, now, difference) => expect(planDifference(actions, before, now)).toEqual(difference))

  it('is shown action by action, with the fields that differ', () => {
    expect(differenceInWords(actions, planDifference(actions, [register, vault], [elsewhere, key]))).toEqual([
      'New in the plan: Create the key cmk-contoso in kv-contoso-cmk',
      'Plan changed: Create the key vault kv-contoso-cmk (location: westus, was eastus)',
      'No longer in the plan: Register Microsoft.PowerPlatform in the subscription',
    ])
    expect(differenceInWords(actions, planDifference(actions, [register, key], [key, register]))).toEqual([
      'The order of the changes is different',
    ])
    expect(differenceInWords(actions, nothing)).toEqual([])
  })
})

describe('the fields an action changes', () => {
  it.each(Object.values(ACTIONS).map((action) => [action.kind, action] as const))(
    '%s name a resource, and no field twice, none of which stays as it was',
    (_kind, action) => {
      const changes = fieldChanges(actions, action)
      expect(changes.length).toBeGreaterThan(0)
      expect(new Set(changes.map(({ resourceId, field }) => `${resourceId} ${field}`)).size).toBe(changes.length)
      for (const { resourceId, before, after, chosenByService } of changes) {
        expect(resourceId).toMatch(/^\/(subscriptions|environments)\//)
        expect(chosenByService ? after === null : before !== after).toBe(true)
      }
    },
  )

  it('say which version of a key was the latest before a new one', () => {
    const rotate = ACTIONS['rotate-key']
    expect(fieldChanges(actions, rotate)).toMatchObject([
      { field: 'properties.keyUriWithVersion', before: rotate.after, chosenByService: true },
    ])
  })

  it('name access to a vault in the way the vault knows it', () => {
    const access = ACTIONS['grant-key-access']
    const byPolicy: Action = { ...access, byAccessPolicy: true }
    expect(fieldChanges(actions, access).map(({ field }) => field)).toEqual(['roleAssignments.e147488a-f6f5-4113-8e2d-b22465e65bf6'])
    expect(fieldChanges(actions, byPolicy)).toMatchObject([
      { field: 'properties.accessPolicies.permissions.keys', after: 'get, unwrapKey, wrapKey' },
    ])
  })
})
