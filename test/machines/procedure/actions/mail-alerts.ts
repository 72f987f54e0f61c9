import type { MailAlerts } from '#machines/procedure/actions/mail-alerts/action.ts'
import { ACTION_GROUP_ID, absent, actionGroup, SUBSCRIPTION } from '../../facts.ts'
import { type Case, GROUP, leaves, writes } from './case.ts'
import { SAMPLE, type Things } from './sample.ts'

const ADA = 'ada@contoso.example'
const KIM = 'kim@contoso.example'

export const example: MailAlerts = { kind: 'mail-alerts', subscriptionId: SUBSCRIPTION, resourceGroup: GROUP, emails: [ADA, KIM] }

/** The same with names as an administrator chooses them. */
export const sample = ({ vaultGroup, environment }: Things): MailAlerts => ({
  kind: 'mail-alerts',
  subscriptionId: SAMPLE.subscription,
  resourceGroup: vaultGroup,
  emails: [ADA, `${environment}@contoso.example`],
})

export const cases: readonly Case[] = [
  writes('there is no such group', { readActionGroup: absent, mailAlerts: actionGroup() }, [ACTION_GROUP_ID, [ADA, KIM]], ACTION_GROUP_ID),
  writes(
    'one of them gets its mail already',
    { readActionGroup: actionGroup({ emails: ['Ada@Contoso.example'] }), mailAlerts: actionGroup() },
    [ACTION_GROUP_ID, [KIM]],
    ACTION_GROUP_ID,
  ),
  leaves('all of them get its mail', { readActionGroup: actionGroup() }, ACTION_GROUP_ID),
]
