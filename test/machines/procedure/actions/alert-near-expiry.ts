import type { AlertNearExpiry } from '../../../../machines/procedure/actions/alert-near-expiry/action.ts'
import { NEAR_EXPIRY_ALERT_NAME } from '../../../../machines/procedure/actions/alert-near-expiry/near-expiry.ts'
import { ACTION_GROUP_ID, nearExpiryAlert, ok, SUBSCRIPTION, VAULT_ID } from '../../facts.ts'
import { type Case, GROUP, says } from './case.ts'
import { type Names, ofVault, SAMPLE } from './sample.ts'

export const example: AlertNearExpiry = {
  kind: 'alert-near-expiry',
  subscriptionId: SUBSCRIPTION,
  vaultResourceGroup: GROUP,
  vaultName: 'kv-contoso-cmk',
  name: 'cmk-contoso',
}

/** The same with names as an administrator chooses them. */
export const sample = (names: Names): AlertNearExpiry => ({
  kind: 'alert-near-expiry',
  subscriptionId: SAMPLE.subscription,
  ...ofVault(names),
  name: names.key,
})

const writes: Case['writes'] = [['alertNearExpiry', { vaultId: VAULT_ID, name: NEAR_EXPIRY_ALERT_NAME, actionGroup: ACTION_GROUP_ID }]]

export const cases: readonly Case[] = [
  {
    when: 'there is no alert',
    answers: { listNearExpiryAlerts: async () => ok([]), alertNearExpiry: says(ok(nearExpiryAlert())) },
    reads: ['listNearExpiryAlerts'],
    writes,
    resourceId: nearExpiryAlert().id,
  },
  {
    when: 'an alert tells another group',
    answers: {
      listNearExpiryAlerts: says(ok([nearExpiryAlert({ actionGroups: [`${ACTION_GROUP_ID}-2`] })])),
      alertNearExpiry: says(ok(nearExpiryAlert())),
    },
    reads: ['listNearExpiryAlerts'],
    writes,
    resourceId: nearExpiryAlert().id,
  },
  {
    when: 'an alert of another name tells the group',
    answers: { listNearExpiryAlerts: says(ok([nearExpiryAlert({ actionGroups: [ACTION_GROUP_ID.toUpperCase()] })])) },
    reads: ['listNearExpiryAlerts'],
    writes: [],
    resourceId: nearExpiryAlert().id,
  },
]
