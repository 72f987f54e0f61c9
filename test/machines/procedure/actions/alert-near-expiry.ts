import type { AlertNearExpiry } from '#machines/procedure/actions/alert-near-expiry/action.ts'
import { NEAR_EXPIRY_ALERT_NAME } from '#machines/procedure/actions/alert-near-expiry/near-expiry.ts'
import { ACTION_GROUP_ID, nearExpiryAlert, VAULT_ID } from '../../facts.ts'
import { type Case, leaves, writes } from './case.ts'
import { ofVault, type Things } from './sample.ts'

export const sample = (names: Things): AlertNearExpiry => ({
  kind: 'alert-near-expiry',
  ...ofVault(names),
  name: names.key,
})

const written = [{ vaultId: VAULT_ID, name: NEAR_EXPIRY_ALERT_NAME, actionGroup: ACTION_GROUP_ID }]

export const cases: readonly Case[] = [
  writes('there is no alert', { listNearExpiryAlerts: [], alertNearExpiry: nearExpiryAlert() }, written, nearExpiryAlert().id),
  writes(
    'an alert tells another group',
    { listNearExpiryAlerts: [nearExpiryAlert({ actionGroups: [`${ACTION_GROUP_ID}-2`] })], alertNearExpiry: nearExpiryAlert() },
    written,
    nearExpiryAlert().id,
  ),
  leaves(
    'an alert of another name tells the group',
    { listNearExpiryAlerts: [nearExpiryAlert({ actionGroups: [ACTION_GROUP_ID.toUpperCase()] })] },
    nearExpiryAlert().id,
  ),
]
