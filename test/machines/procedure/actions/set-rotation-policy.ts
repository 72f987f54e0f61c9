import type { SetRotationPolicy } from '../../../../machines/procedure/actions/set-rotation-policy/action.ts'
import { ROTATION_POLICY } from '../../../../machines/procedure/actions/set-rotation-policy/rotation-policy.ts'
import { ok, SUBSCRIPTION, vault } from '../../facts.ts'
import { type Case, GROUP, says } from './case.ts'
import { type Names, ofVault, SAMPLE } from './sample.ts'

export const example: SetRotationPolicy = {
  kind: 'set-rotation-policy',
  subscriptionId: SUBSCRIPTION,
  vaultResourceGroup: GROUP,
  vaultName: 'kv-contoso-cmk',
  name: 'cmk-contoso',
}

/** The same with names as an administrator chooses them. */
export const sample = (names: Names): SetRotationPolicy => ({
  kind: 'set-rotation-policy',
  subscriptionId: SAMPLE.subscription,
  ...ofVault(names),
  name: names.key,
})

const resourceId = `${vault().vaultUri}keys/cmk-contoso/rotationpolicy`

export const cases: readonly Case[] = [
  {
    when: 'the key has no policy of its own',
    answers: {
      readVault: says(ok(vault())),
      readKeyRotation: says(ok({ rotates: false, notifiesBeforeExpiry: 'P30D' })),
      setKeyRotation: says(ok({ rotates: true, rotateAfter: 'P18M' })),
    },
    reads: ['readVault', 'readKeyRotation'],
    writes: [['setKeyRotation', vault().vaultUri, 'cmk-contoso', ROTATION_POLICY]],
    resourceId,
  },
  {
    when: 'another person has set when it is renewed',
    answers: { readVault: says(ok(vault())), readKeyRotation: says(ok({ rotates: true, rotateAfter: 'P90D' })) },
    reads: ['readVault', 'readKeyRotation'],
    writes: [],
    resourceId,
  },
]
