import { defined } from '#machines/defined.ts'
import type { Action } from '#machines/procedure/action.ts'
import { NEAR_EXPIRY_ALERT_NAME, NEAR_EXPIRY_DESCRIPTION } from '#machines/procedure/actions/alert-near-expiry/near-expiry.ts'
import { LOCK_NAME, LOCK_NOTES } from '#machines/procedure/actions/create-lock/lock.ts'
import { ACTION_GROUP_NAME, ACTION_GROUP_SHORT_NAME } from '#machines/procedure/actions/mail-alerts/action-group.ts'
import { AUDIT_LOG_NAME } from '#machines/procedure/actions/send-audit-log/audit-log.ts'
import { policyId } from '#machines/procedure/ids.ts'
import { AZURE_ROLES } from '#machines/procedure/rights/roles.ts'
import { tagsObject } from '#machines/procedure/tags.ts'
import { assignmentName } from '../../services/azure/assignment-name.ts'
import { scriptMessages } from '../messages.ts'
import { KEY_ACCESS_ROLE } from '../requests.ts'
import { plain } from '../words.ts'

/** Template modules; each has a Bicep file and an inner ARM template. */
export type ModuleName =
  | 'key-vault'
  | 'key'
  | 'enterprise-policy'
  | 'policy-identity'
  | 'key-access'
  | 'key-access-policy'
  | 'reader'
  | 'audit-log'
  | 'action-group'
  | 'near-expiry-alert'
  | 'vault-lock'
  | 'hsm-lock'
  | 'policy-lock'
  | 'group-lock'

export type ParameterValue = string | number | readonly string[] | TagsValue

type TagsValue = Readonly<Record<string, string>>

export const isTexts = (value: ParameterValue): value is readonly string[] => Array.isArray(value)

/** A deployment into a resource group. Values are in the parameters file only. */
export interface Module {
  readonly name: ModuleName
  /** Unique prefix of its parameters. */
  readonly symbol: string
  readonly action: Action
  readonly resourceGroup: string
  readonly values: Readonly<Record<string, ParameterValue>>
  readonly principalFrom?: Module
}

export interface TemplatePlan {
  /** Absent: nothing for a template. */
  readonly subscriptionId?: string
  readonly region?: string
  readonly groups: readonly {
    readonly symbol: string
    readonly action: Action
    readonly name: string
    readonly location: string
    readonly tags: TagsValue
  }[]
  readonly modules: readonly Module[]
  /** Impossible with Azure Resource Manager, or only with side effects. */
  readonly left: readonly Action[]
}

function modulesOf(action: Action, number: number): readonly Module[] {
  const suffix = number === 1 ? '' : String(number)
  switch (action.kind) {
    case 'create-vault': {
      const { resourceGroup, name, location, tenantId, tags } = action.vault
      return [
        {
          name: 'key-vault',
          symbol: `vault${suffix}`,
          action,
          resourceGroup,
          values: { name, location, tenantId, tags: tagsObject(tags) },
        },
      ]
    }
    case 'create-key': {
      // Resource Manager can't reach into a Managed HSM.
      if (action.keyStore) return []
      const { vaultResourceGroup: resourceGroup, vaultName, name, size } = action
      return [{ name: 'key', symbol: `key${suffix}`, action, resourceGroup, values: { vaultName, name, size } }]
    }
    case 'create-policy': {
      const { resourceGroup, name, location, vaultId, keyName, tags } = action.policy
      const values = { name, location, vaultId, keyName, tags: tagsObject(tags) }
      return [{ name: 'enterprise-policy', symbol: `policy${suffix}`, action, resourceGroup, values }]
    }
    case 'grant-key-access': {
      if (action.keyStore) return []
      const principalFrom: Module = {
        name: 'policy-identity',
        symbol: `identity${suffix}`,
        action,
        resourceGroup: action.policyResourceGroup,
        values: { policyName: action.policyName },
      }
      const common = { symbol: `keyAccess${suffix}`, action, resourceGroup: action.vaultResourceGroup, principalFrom }
      return [
        principalFrom,
        action.byAccessPolicy
          ? { ...common, name: 'key-access-policy', values: { vaultName: action.vaultName } }
          : { ...common, name: 'key-access', values: { vaultName: action.vaultName, roleId: KEY_ACCESS_ROLE } },
      ]
    }
    case 'grant-reader': {
      const { policyResourceGroup: resourceGroup, policyName, principalId, principalType = 'User' } = action
      const scope = policyId(action.subscriptionId, resourceGroup, policyName)
      const values = {
        policyName,
        principalId,
        principalType,
        roleId: AZURE_ROLES.reader,
        assignmentName: assignmentName(scope, principalId, AZURE_ROLES.reader),
      }
      return [{ name: 'reader', symbol: `reader${suffix}`, action, resourceGroup, values }]
    }
    case 'send-audit-log': {
      const { vaultResourceGroup: resourceGroup, vaultName, keyStore, workspaceId } = action
      const values = { vaultName, settingName: AUDIT_LOG_NAME, workspaceId }
      return keyStore ? [] : [{ name: 'audit-log', symbol: `auditLog${suffix}`, action, resourceGroup, values }]
    }
    case 'mail-alerts': {
      if (action.groupExists) return []
      const values = { groupName: ACTION_GROUP_NAME, shortName: ACTION_GROUP_SHORT_NAME, emails: action.emails }
      return [{ name: 'action-group', symbol: `actionGroup${suffix}`, action, resourceGroup: action.resourceGroup, values }]
    }
    case 'alert-near-expiry': {
      const { vaultResourceGroup: resourceGroup, vaultName } = action
      const alert = { alertName: NEAR_EXPIRY_ALERT_NAME, alertDescription: NEAR_EXPIRY_DESCRIPTION, groupName: ACTION_GROUP_NAME }
      return [{ name: 'near-expiry-alert', symbol: `nearExpiry${suffix}`, action, resourceGroup, values: { vaultName, ...alert } }]
    }
    case 'create-lock': {
      const { of, resourceGroup, name } = action
      const named = { vault: { vaultName: name }, hsm: { hsmName: name }, policy: { policyName: name }, group: {} }[of]
      const values = { ...named, lockName: LOCK_NAME, notes: LOCK_NOTES }
      return [{ name: `${of}-lock`, symbol: `lock${suffix}`, action, resourceGroup, values }]
    }
    default:
      return []
  }
}

/** Subscription of an action; undefined for Power Platform. */
function subscriptionOf(action: Action): string | undefined {
  if ('vault' in action) return action.vault.subscriptionId
  if ('policy' in action) return action.policy.subscriptionId
  return 'subscriptionId' in action ? action.subscriptionId : undefined
}

/** Splits a plan into template and rest. @throws RangeError for several subscriptions, which one deployment can't cover */
export function templatePlan(plan: readonly Action[]): TemplatePlan {
  const counts = new Map<string, number>()
  const numbered = plan.map((action) => {
    const number = (counts.get(action.kind) ?? 0) + 1
    counts.set(action.kind, number)
    return { action, number }
  })
  const modules = numbered.flatMap(({ action, number }) => modulesOf(action, number))
  const groups = numbered.flatMap(({ action, number }) =>
    action.kind === 'create-resource-group'
      ? [
          {
            symbol: number === 1 ? 'group' : `group${number}`,
            action,
            name: action.name,
            location: action.location,
            tags: tagsObject(action.tags),
          },
        ]
      : [],
  )
  const held = new Set<Action>([...groups, ...modules].map(({ action }) => action))
  const [subscriptionId, ...others] = new Set([...held].flatMap((action) => subscriptionOf(action) ?? []))
  if (others.length > 0) throw new RangeError(plain(scriptMessages.severalSubscriptions))
  const region = groups[0]?.location ?? plan.find((action) => action.kind === 'create-vault')?.vault.location
  return {
    groups,
    modules,
    left: plan.filter((action) => !held.has(action)),
    ...defined({ subscriptionId, region }),
  }
}

export function parametersOf({ groups, modules }: TemplatePlan): ReadonlyMap<string, ParameterValue> {
  const all = new Map<string, ParameterValue>()
  for (const { symbol, name, location, tags } of groups) {
    all.set(parameterName(symbol, 'name'), name)
    all.set(parameterName(symbol, 'location'), location)
    all.set(parameterName(symbol, 'tags'), tags)
  }
  for (const { symbol, resourceGroup, values } of modules) {
    all.set(parameterName(symbol, 'resourceGroup'), resourceGroup)
    for (const [name, value] of Object.entries(values)) all.set(parameterName(symbol, name), value)
  }
  return all
}

/** `vault` and `name` make `vaultName`. */
export const parameterName = (symbol: string, name: string): string => `${symbol}${name.charAt(0).toUpperCase()}${name.slice(1)}`
