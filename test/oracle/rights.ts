import type { FindingView, StepView, WizardView } from '#messages/view.ts'
import type { TrueAccount, VaultPlace } from './account.ts'
import { type Claim, claim, isHeld } from './claim.ts'

/*
 * Who may do what, and so who has to act: what a finding, a card, and Prepare say of the signed-in account, held against the roles
 * that it was given.
 */

/** Target of the change, by the plan on the same page: its first resource. */
interface Said {
  readonly id: string
  readonly vault: VaultPlace
}
type Right = (account: TrueAccount, said: Said) => boolean

const manages =
  (action: string): Right =>
  (account, { id }) =>
    account.may(action, id)
const usesInside =
  (...actions: readonly string[]): Right =>
  (account, { vault }) =>
    account.mayInside(
      actions.map((action) => `Microsoft.KeyVault/vaults/${action}`),
      vault,
    )

const ROLES_WRITE = 'Microsoft.Authorization/roleAssignments/write'

/** By the key of the finding: the change that it is about, and what that takes. */
const RIGHTS: Readonly<Record<string, readonly [kind: string, right: Right]>> = {
  'may-register-provider': ['register-provider', manages('Microsoft.PowerPlatform/register/action')],
  'may-create-resource-group': ['create-resource-group', manages('Microsoft.Resources/subscriptions/resourceGroups/write')],
  'may-create-vault': ['create-vault', manages('Microsoft.KeyVault/vaults/write')],
  'may-change-vault': ['turn-on-purge-protection', manages('Microsoft.KeyVault/vaults/write')],
  'may-use-keys': ['create-key', usesInside('keys/create/action', 'keys/read')],
  'may-create-policy': ['create-policy', manages('Microsoft.PowerPlatform/enterprisePolicies/write')],
  'may-give-key-access': ['grant-key-access', (account, { vault }) => account.mayGiveAccess(vault)],
  // That a role may give only some roles is a condition, which the services' own list of rights leaves out.
  'may-give-reader': ['grant-reader', manages(ROLES_WRITE)],
  'protect-may-renew': ['set-rotation-policy', usesInside('keyrotationpolicies/read', 'keyrotationpolicies/write')],
  'protect-may-log': ['send-audit-log', manages('Microsoft.Insights/diagnosticSettings/write')],
  'protect-may-mail': ['mail-alerts', manages('Microsoft.Insights/actionGroups/write')],
  'protect-may-alert': ['alert-near-expiry', manages('Microsoft.EventGrid/eventSubscriptions/write')],
}

const ADMINISTERS: readonly string[] = ['power-platform-administrator', 'may-enable-managed-environment', 'may-add-environment']

const VAULT = /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.KeyVault\/(?:vaults|managedHSMs)\/([^/]+)/i

const placeIn = (id: string): VaultPlace | undefined => {
  const [vault, name] = VAULT.exec(id) ?? []
  return vault !== undefined && name !== undefined ? { id: vault, name } : undefined
}

/** @param of what a sentence is about */
const by =
  (of: (account: TrueAccount) => boolean): Claim['holds'] =>
  ({ account }) =>
    account !== undefined && of(account)

function findingClaims({ key, status, title, owner, refusal }: FindingView, plan: StepView['plan']): readonly Claim[] {
  const says = (what: string) => `rights: “${title}” (${key} ${status}), ${what}`
  if (refusal !== undefined) return []
  if (key === 'account-of-this-tenant')
    return [
      claim(
        says('where it is at home'),
        by(({ isAtHome }) => isAtHome === (status === 'pass')),
      ),
    ]
  if (ADMINISTERS.includes(key))
    return status === 'pass'
      ? [
          claim(
            says('in Power Platform'),
            by(({ administers }) => administers),
          ),
        ]
      : []
  const vaults = plan.flatMap(({ changes }) => changes.flatMap(({ resourceId }) => placeIn(resourceId) ?? []))
  const [vault] = vaults
  if (key === 'duties-separated')
    return status === 'pass' && vault
      ? [
          claim(
            says('one side'),
            by((account) => !(account.administers && account.mayTakeKey(vault))),
          ),
        ]
      : []
  const [kind, right] = RIGHTS[key] ?? []
  const id = plan.find((action) => action.kind === kind)?.changes[0]?.resourceId
  if (!right || id === undefined || (status !== 'pass' && status !== 'fail')) return []
  const said: Said = { id, vault: placeIn(id) ?? vault ?? { id, name: '' } }
  const gives = (account: TrueAccount) => account.may(ROLES_WRITE, said.id) || account.mayGiveAccess(said.vault)
  return [
    claim(
      says('what it takes'),
      by((account) => right(account, said) === (status === 'pass')),
    ),
    // An account that may assign roles there assigns it to itself; a partner's account gets none.
    ...(status === 'fail' && owner === 'you' ? [claim(says('you can resolve it'), by(gives))] : []),
    ...(status === 'fail' && owner === 'key-vault-administrator'
      ? [
          claim(
            says('another person'),
            by((account) => !gives(account)),
          ),
        ]
      : []),
    ...(status === 'fail' && owner === 'customer'
      ? [
          claim(
            says('the customer'),
            by(({ isAtHome }) => !isAtHome),
          ),
        ]
      : []),
  ]
}

/** On Prepare: whose account does which steps. Nothing in the tenant says who may do anything in Lifecycle Services. */
const OWNERS: Readonly<Record<string, Claim['holds']>> = {
  'power-platform-administrator': (truth) => by(({ administers }) => administers)(truth) || isHeld(truth),
  'key-vault-administrator': ({ account, azure }) =>
    account !== undefined &&
    azure.some(
      (id) =>
        account.may('Microsoft.KeyVault/vaults/write', id) ||
        account.may(ROLES_WRITE, id) ||
        account.mayInside(['Microsoft.KeyVault/vaults/keys/create/action'], { id, name: id.split('/').at(-1) ?? '' }),
    ),
  'lifecycle-services-administrator': () => false,
}

function prepareClaims({ prepare, who }: WizardView): readonly Claim[] {
  const people = (prepare?.parts ?? []).flatMap((part) => part.people)
  return people.flatMap(({ owner, who: name }) => {
    const holds = name !== undefined && name === who?.account ? OWNERS[owner] : undefined
    return holds ? [claim(`Prepare: ${owner} is ${name}`, holds)] : []
  })
}

/** Everything that a view says of the account. */
export const rightsClaims = (view: WizardView): readonly Claim[] => {
  const { step, preflight } = view
  const plans = (preflight?.plans ?? []).flatMap(({ plan }) => plan)
  const beside = preflight?.findings ?? []
  return [
    ...(step?.about === undefined ? (step?.findings ?? []).flatMap((finding) => findingClaims(finding, step?.plan ?? [])) : []),
    ...[...beside, ...(preflight?.settled ?? [])].flatMap((finding) => findingClaims(finding, plans)),
    ...prepareClaims(view),
  ]
}
