import type { SetRotationPolicy } from '#machines/procedure/actions/set-rotation-policy/action.ts'
import { ROTATION_POLICY } from '#machines/procedure/actions/set-rotation-policy/rotation-policy.ts'
import { vault } from '../../facts.ts'
import { type Case, leaves, writes } from './case.ts'
import { ofVault, type Things } from './sample.ts'

export const sample = (names: Things): SetRotationPolicy => ({
  kind: 'set-rotation-policy',
  ...ofVault(names),
  name: names.key,
})

const resourceId = `${vault().vaultUri}keys/cmk-contoso/rotationpolicy`

export const cases: readonly Case[] = [
  writes(
    'the key has no policy of its own',
    {
      readVault: vault(),
      readKeyRotation: { rotates: false, notifiesBeforeExpiry: 'P30D' },
      setKeyRotation: { rotates: true, rotateAfter: 'P18M' },
    },
    [vault().vaultUri, 'cmk-contoso', ROTATION_POLICY],
    resourceId,
  ),
  leaves(
    'another person has set when it is renewed',
    { readVault: vault(), readKeyRotation: { rotates: true, rotateAfter: 'P90D' } },
    resourceId,
  ),
]
