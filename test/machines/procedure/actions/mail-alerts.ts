import type { MailAlerts } from '../../../../machines/procedure/actions/mail-alerts/action.ts'
import { ACTION_GROUP_ID, absent, actionGroup, ok, SUBSCRIPTION } from '../../facts.ts'
import { type Case, GROUP, says } from './case.ts'
import { type Names, SAMPLE } from './sample.ts'

const ADA = 'ada@contoso.example'
const KIM = 'kim@contoso.example'

export const example: MailAlerts = { kind: 'mail-alerts', subscriptionId: SUBSCRIPTION, resourceGroup: GROUP, emails: [ADA, KIM] }

/** The same with names as an administrator chooses them. */
export const sample = ({ vaultGroup, environment }: Names): MailAlerts => ({
  kind: 'mail-alerts',
  subscriptionId: SAMPLE.subscription,
  resourceGroup: vaultGroup,
  emails: [ADA, `${environment}@contoso.example`],
})

export const cases: readonly Case[] = [
  {
    when: 'there is no such group',
    answers: { readActionGroup: async () => absent, mailAlerts: says(ok(actionGroup())) },
    reads: ['readActionGroup'],
    writes: [['mailAlerts', ACTION_GROUP_ID, [ADA, KIM]]],
    resourceId: ACTION_GROUP_ID,
  },
  {
    when: 'one of them gets its mail already',
    answers: { readActionGroup: says(ok(actionGroup({ emails: ['Ada@Contoso.example'] }))), mailAlerts: says(ok(actionGroup())) },
    reads: ['readActionGroup'],
    writes: [['mailAlerts', ACTION_GROUP_ID, [KIM]]],
    resourceId: ACTION_GROUP_ID,
  },
  {
    when: 'all of them get its mail',
    answers: { readActionGroup: says(ok(actionGroup())) },
    reads: ['readActionGroup'],
    writes: [],
    resourceId: ACTION_GROUP_ID,
  },
]
