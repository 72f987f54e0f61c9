import type { Observation } from '#machines/engine/step/finding.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import { defineMessages } from '#machines/messages/message.ts'
import type { Action } from '../../action.ts'
import type { Check } from '../../check.ts'
import { parseResourceId, resourceGroupId } from '../../ids.ts'
import { judgeKeyPermissions } from '../../rights/access-policies.ts'
import { type Demand, judgeDemand } from '../../rights/demand.ts'
import type { Right } from '../../rights/permissions.ts'
import type { Place, Places } from '../../rights/places.ts'
import type { Vault } from '../../services/services.ts'
import type { OperationFacts } from '../facts.ts'
import { planProtection } from './plan.ts'

const manage = (action: string): readonly Right[] => [{ plane: 'management', action }]

/** Permissions for a rotation policy. Source: "Configure key auto-rotation in Azure Key Vault" (24 November 2021). */
const SETS_ROTATION: readonly Right[] = ['read', 'write'].map((what) => ({
  plane: 'data',
  action: `Microsoft.KeyVault/vaults/keyrotationpolicies/${what}`,
}))

const ROTATION_PERMISSIONS = ['getrotationpolicy', 'setrotationpolicy']

interface Situation {
  readonly facts: OperationFacts
  readonly vault: Vault
  readonly places: { readonly vault: Places; readonly group: Places }
}

function situationOf(facts: OperationFacts): Situation | undefined {
  const vault = valueIn(facts.vault)
  const place = parseResourceId(vault?.id ?? '')
  const permissions = facts.protection?.permissions
  if (!vault || !place || !permissions) return undefined
  const group: Place = {
    id: resourceGroupId(place.subscriptionId, place.resourceGroup),
    kind: 'resourceGroup',
    name: place.resourceGroup,
    absent: false,
    permissions: permissions.group,
  }
  const own: Place = { id: vault.id, kind: 'vault', name: vault.name, absent: false, permissions: permissions.vault }
  return { facts, vault, places: { vault: [own, group], group: [group] } }
}

/** Checks a right only if something planned needs it. */
const whenPlanned =
  (kinds: readonly Action['kind'][], judge: (situation: Situation) => Observation | undefined) =>
  (facts: OperationFacts): Observation | undefined => {
    const situation = situationOf(facts)
    return situation && planProtection(facts).some(({ kind }) => kinds.includes(kind)) ? judge(situation) : undefined
  }

const demanded = ({ facts }: Situation, demand: Omit<Demand, 'account'>): Observation | undefined =>
  judgeDemand({ ...demand, account: facts.account })

const messages = defineMessages('protect.rights', {
  remedy: 'Ask for the missing right, then check again.',
  settingRotation: { id: 'protect.rights.rotation', defaultMessage: 'set rotation policies in the key vault {name}' },
  mayRenewWhy: { id: 'protect.rights.rotationWhy', defaultMessage: 'A rotation policy takes rights on keys. Contributor isn’t enough.' },
  settingLog: { id: 'protect.rights.log', defaultMessage: 'set where the audit log of {name} goes' },
  mayLogWhy: { id: 'protect.rights.logWhy', defaultMessage: 'A diagnostic setting takes a right on the key store.' },
  alerting: { id: 'protect.rights.alert', defaultMessage: 'set an alert on the key vault {name}' },
  grouping: { id: 'protect.rights.group', defaultMessage: 'create action groups in the resource group {name}' },
  mayAlertWhy: {
    id: 'protect.rights.alertWhy',
    defaultMessage: 'The alert takes rights on the key vault and in its resource group.',
  },
})

function settingRotation(situation: Situation): Observation | undefined {
  const { facts, vault, places } = situation
  const doing = messages.settingRotation({ name: vault.name })
  if (vault.roleBasedAccess) return demanded(situation, { doing, rights: SETS_ROTATION, places: places.vault })
  return judgeKeyPermissions({
    vault,
    doing,
    needed: ROTATION_PERMISSIONS,
    places: places.vault,
    account: facts.account,
    identities: [valueIn(facts.policy)?.principalId ?? ''],
  })
}

const right = { aboutAccount: true, owner: 'key-vault-administrator', remedy: messages.remedy } as const

/** Permissions, checked before the first write. */
export const protectRightsChecks: readonly Check<OperationFacts>[] = [
  {
    key: 'protect-may-renew',
    ...right,
    id: 'F-402',
    part: 'key',
    why: messages.mayRenewWhy,
    link: 'azure-vault',
    source: 'key-rotation',
    heading: 'Assign an Azure role for key rotation management',
    judge: whenPlanned(['set-rotation-policy'], settingRotation),
  },
  {
    key: 'protect-may-log',
    ...right,
    id: 'F-A19',
    part: 'vault',
    why: messages.mayLogWhy,
    link: 'azure-vault',
    source: 'monitor-permissions',
    judge: whenPlanned(['send-audit-log'], (situation) =>
      demanded(situation, {
        doing: messages.settingLog({ name: situation.vault.name }),
        rights: manage('Microsoft.Insights/diagnosticSettings/write'),
        places: situation.places.vault,
      }),
    ),
  },
  {
    key: 'protect-may-mail',
    ...right,
    id: 'F-A17',
    part: 'vault',
    why: messages.mayAlertWhy,
    link: 'azure-vault',
    source: 'monitor-permissions',
    judge: whenPlanned(['mail-alerts'], (situation) =>
      demanded(situation, {
        doing: messages.grouping({ name: situation.places.group[0].name }),
        rights: manage('Microsoft.Insights/actionGroups/write'),
        places: situation.places.group,
      }),
    ),
  },
  {
    key: 'protect-may-alert',
    ...right,
    id: 'F-A17',
    part: 'vault',
    why: messages.mayAlertWhy,
    link: 'azure-vault',
    source: 'event-grid-rights',
    judge: whenPlanned(['alert-near-expiry'], (situation) =>
      demanded(situation, {
        doing: messages.alerting({ name: situation.vault.name }),
        rights: manage('Microsoft.EventGrid/eventSubscriptions/write'),
        places: situation.places.vault,
      }),
    ),
  },
]
