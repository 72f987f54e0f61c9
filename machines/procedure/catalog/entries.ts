import type { CatalogueId } from '../../engine/step/finding.ts'
import type { CoverageItemId } from '../coverage/item-ids.ts'
import type { SourceId } from '../sources/source-ids.ts'

export const CATALOGUE_STEPS = {
  preflight: 'Before the first step',
  integration: 'Integration',
  environment: 'Environment name',
  key: 'Subscription, vault and key',
  policy: 'Policy and access',
  managed: 'Managed Environment',
  membership: 'Add and verify',
  operate: 'Operate',
} as const
export type CatalogueStep = keyof typeof CATALOGUE_STEPS

/**
 * A way in which enabling the key fails. `by` promises how the person learns of it, and tests hold the code to it:
 * `check`, a check of this ID exists; `refusal`, a refusal of a write is known by this ID; `coverage`, the coverage
 * assessment tells; `guidance`, a passage of this ID is shown; `not-observable`, none of these, for the given reason.
 */
export type CatalogueEntry = {
  readonly id: CatalogueId
  readonly step: CatalogueStep
  readonly title: string
  readonly source: SourceId
} & (
  | { readonly by: 'check' | 'refusal' | 'guidance' }
  | { readonly by: 'coverage'; readonly items: readonly CoverageItemId[] }
  | { readonly by: 'not-observable'; readonly reason: string }
)

type Row =
  | readonly [CatalogueId, 'check' | 'refusal' | 'guidance', SourceId, title: string, undefined?]
  | readonly [CatalogueId, 'coverage', SourceId, title: string, readonly CoverageItemId[]]
  | readonly [CatalogueId, 'not-observable', SourceId, title: string, reason: string]

const of = (step: CatalogueStep, rows: readonly Row[]): readonly CatalogueEntry[] =>
  rows.map(([id, by, source, title, more]) => {
    const entry = { id, step, source, title }
    if (by === 'coverage') return { ...entry, by, items: more }
    return by === 'not-observable' ? { ...entry, by, reason: more } : { ...entry, by }
  })

/** The failure catalogue. An ID never changes its meaning; a new row needs code that detects or explains it. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  ...of('preflight', [
    ['F-001', 'guidance', 'finance-and-operations-keys', 'Customer-managed keys aren’t available in this region'],
    ['F-002', 'check', 'finance-and-operations-keys', 'The environment is cloud-hosted'],
    ['F-003', 'coverage', 'finance-and-operations-keys', 'Human Resources is the stand-alone app', ['human-resources-stand-alone']],
    [
      'F-004',
      'coverage',
      'finance-and-operations-keys',
      'Parts of Commerce aren’t covered',
      ['commerce-content-management', 'commerce-recommendations', 'commerce-scale-units-elsewhere'],
    ],
    [
      'F-005',
      'coverage',
      'globalization-studio',
      'Tax or electronic invoicing uses Regulatory Configuration Service',
      ['tax-calculation-rcs', 'electronic-invoicing-rcs'],
    ],
    ['F-006', 'check', 'power-platform-keys', 'Users don’t have a license of the E5 family'],
    ['F-007', 'check', 'power-platform-keys', 'The cloud isn’t the commercial one'],
    ['F-008', 'check', 'self-managed-key', 'An earlier self-managed key was in use'],
    ['F-009', 'guidance', 'lifecycle-services-freeze', 'A new customer has no Lifecycle Services project'],
    ['F-010', 'guidance', 'lifecycle-services-migration', 'The environment has been migrated; Lifecycle Services is read-only'],
  ]),
  ...of('integration', [
    ['F-101', 'guidance', 'integration-new-dataverse', 'Setup fails because of capacity'],
    ['F-102', 'guidance', 'integration-new-dataverse', 'Setup fails because of a license'],
    ['F-103', 'guidance', 'integration-new-dataverse', 'The account can’t create environments'],
    ['F-104', 'guidance', 'report-setup-missing', 'The Setup button is missing'],
    ['F-105', 'guidance', 'integration-existing-dataverse', 'The existing environment is in another geography'],
    ['F-106', 'guidance', 'power-platform-integration-older', 'The existing environment was created without Dynamics 365 apps'],
    ['F-107', 'guidance', 'integration-existing-dataverse', 'The account isn’t System Administrator of the existing environment'],
    ['F-108', 'check', 'integration-existing-dataverse', 'Setup refuses a partner’s account'],
    ['F-109', 'check', 'finance-and-operations-keys', 'The existing environment already has a customer-managed key'],
    ['F-110', 'guidance', 'add-ins', 'The dual-write part fails though Dataverse is there'],
    ['F-111', 'guidance', 'dual-write-setup', 'Dual-write is linked elsewhere'],
    ['F-112', 'guidance', 'power-platform-integration-older', 'The wrong environment was linked'],
    ['F-113', 'guidance', 'power-platform-integration-older', 'Language or currency is wrong'],
    ['F-114', 'guidance', 'report-add-in-missing', 'Install a new add-in doesn’t appear'],
    ['F-115', 'guidance', 'power-platform-integration', 'The initial environment is deleted because it seems empty'],
    ['F-116', 'guidance', 'virtual-entities', 'Calls to virtual entities aren’t authorized'],
    ['F-117', 'guidance', 'provisioning-app', 'The provisioning app doesn’t install'],
    ['F-118', 'check', 'partner-relationships', 'The partner relationship ends, or has too few roles'],
  ]),
  ...of('environment', [
    ['F-201', 'check', 'finance-and-operations-keys', 'The wrong environment is added later'],
    ['F-202', 'check', 'finance-and-operations-keys', 'The name is missing because the integration isn’t complete'],
    ['F-203', 'check', 'provisioning-app', 'The Finance and Operations URL is missing in the admin center'],
    ['F-204', 'check', 'power-platform-integration', 'Dataverse says it isn’t integrated'],
  ]),
  ...of('key', [
    ['F-301', 'check', 'power-platform-keys', 'A resource provider isn’t registered'],
    ['F-302', 'check', 'power-platform-keys', 'The account has no right to register or create'],
    ['F-303', 'check', 'enterprise-policy-scripts', 'Resources are created in the wrong subscription'],
    ['F-401', 'check', 'power-platform-keys', 'Soft delete or purge protection is off'],
    ['F-402', 'check', 'vault-roles', 'A Contributor can’t create the key'],
    ['F-403', 'check', 'power-platform-keys', 'The key’s type or size isn’t supported'],
    ['F-404', 'refusal', 'report-vault-denied', 'The company’s Azure Policy blocks the key vault'],
    ['F-405', 'check', 'power-platform-keys', 'The key vault or its keys can’t be read'],
    ['F-406', 'check', 'soft-delete', 'The key vault’s name is taken'],
    ['F-407', 'check', 'power-platform-keys', 'The key expires'],
    ['F-408', 'check', 'soft-delete', 'The retention period for deleted keys is too short'],
    ['F-409', 'check', 'private-link', 'No private endpoint leads to a closed key vault'],
    ['F-410', 'check', 'private-dns-zones', 'The private endpoint isn’t in the DNS zone for key vaults'],
    ['F-411', 'check', 'managed-hsm-activation', 'The Managed HSM isn’t there or isn’t activated'],
    ['F-412', 'check', 'power-platform-keys', 'Documents disagree on keys in a Managed HSM'],
    ['F-413', 'check', 'hsm-key-import', 'The key vault takes no HSM-protected keys'],
    ['F-414', 'check', 'hsm-key-import', 'The key from the HSM isn’t in the key vault before the policy'],
  ]),
  ...of('policy', [
    ['F-501', 'guidance', 'power-platform-keys', 'The editor rejects the template'],
    ['F-502', 'check', 'power-platform-keys', 'The policy’s location is refused'],
    ['F-503', 'check', 'power-platform-keys', 'The policy, its resource group, or the key store is in another geography'],
    ['F-504', 'check', 'enterprise-policy-scripts', 'A policy in use can’t be changed or deleted'],
    ['F-505', 'check', 'enterprise-policy-scripts', 'A policy of another kind was chosen'],
    ['F-601', 'check', 'enterprise-policy-scripts', 'The policy’s identity has no access to the key'],
    ['F-602', 'check', 'terraform-provider', 'The policy’s identity isn’t available yet'],
    ['F-603', 'check', 'enterprise-policy-scripts', 'The access isn’t in effect yet'],
    ['F-604', 'check', 'vault-roles', 'The account can’t assign roles'],
    ['F-605', 'check', 'vault-roles', 'Access policies stop working when the key vault switches to Azure RBAC'],
    ['F-606', 'check', 'soft-delete', 'A deleted key vault loses its role assignments'],
    ['F-701', 'check', 'power-platform-keys', 'The administrator doesn’t have Reader on the policy'],
    ['F-702', 'check', 'power-platform-keys', 'The policy isn’t listed at all'],
    ['F-703', 'check', 'partner-administration', 'The object ID isn’t found'],
  ]),
  ...of('managed', [
    ['F-801', 'check', 'managed-environment', 'The account can’t enable Managed Environments'],
    ['F-802', 'check', 'service-administrators', 'A Dynamics 365 administrator sees no environment'],
    ['F-803', 'check', 'terraform-provider', 'Another operation is running'],
    ['F-804', 'check', 'terraform-provider', 'An environment group locks the settings'],
    ['F-805', 'guidance', 'managed-environment', 'A copy or restore is refused'],
    ['F-806', 'check', 'managed-environment-licensing', 'Users need licenses with premium rights'],
  ]),
  ...of('membership', [
    ['F-901', 'check', 'power-platform-keys', 'The environment can’t be chosen'],
    ['F-902', 'guidance', 'power-platform-keys', 'Users lose access'],
    ['F-903', 'check', 'power-platform-keys', 'The status is Failed'],
    ['F-904', 'guidance', 'power-automate-keys', 'The status is Warning'],
    ['F-905', 'guidance', 'power-platform-keys', 'The history says Failed, but the policy’s page doesn’t'],
    ['F-906', 'check', 'power-platform-keys', 'The encryption is still running after days'],
    ['F-907', 'check', 'enterprise-policy-scripts', 'The environment isn’t found because a role is missing'],
    ['F-908', 'refusal', 'report-link-not-found', 'Adding the environment returns 404'],
    ['F-909', 'guidance', 'enterprise-policy-scripts', 'A script isn’t digitally signed'],
    ['F-910', 'guidance', 'power-automate-keys', 'HTTP calls from flows are refused'],
    ['F-911', 'guidance', 'power-automate-keys', 'Flows with an HTTP trigger stay on the old platform'],
    ['F-912', 'guidance', 'power-automate-keys', 'The tenant’s limit of 25 environments with protected flows is reached'],
    ['F-913', 'check', 'lock-unlock', 'The policy was deleted and re-created with the same name'],
    ['F-914', 'guidance', 'power-automate-keys', 'A new flow can’t be added to an app'],
  ]),
  ...of('operate', [
    ['F-A01', 'check', 'lock-unlock', 'All environments on the key go offline at once'],
    ['F-A02', 'check', 'lock-unlock', 'A locked environment is deleted'],
    ['F-A03', 'check', 'power-platform-keys', 'The environment is offline after a rotation'],
    ['F-A04', 'guidance', 'power-platform-keys', 'You can’t restore a backup after changing the key'],
    ['F-A05', 'guidance', 'power-platform-keys', 'A copy or restore target is refused'],
    ['F-A06', 'check', 'lock-unlock', 'Re-enabling fails'],
    ['F-A07', 'check', 'lock-unlock', 'Hardening the key vault blocks Microsoft'],
    ['F-A08', 'guidance', 'power-platform-keys', 'Changing the key causes two outages'],
    ['F-A09', 'guidance', 'lifecycle-services-migration', 'The migration from Lifecycle Services fails a check'],
    ['F-A10', 'guidance', 'environment-deletion', 'Dataverse can’t be deleted or reset'],
    ['F-A11', 'guidance', 'environment-types', 'A linked environment changes to another type'],
    ['F-A12', 'check', 'resource-locks', 'The key vault or the policy is deleted by mistake'],
    ['F-A13', 'check', 'resource-locks', 'The account can’t set locks'],
    ['F-A14', 'check', 'lock-unlock', 'Someone can take the key away without anyone knowing'],
    ['F-A15', 'check', 'vault-logging', 'No one can tell afterward who changed the key'],
    ['F-A16', 'check', 'vault-event-grid', 'The key is about to expire and no one is told'],
    ['F-A17', 'check', 'event-grid-rights', 'The account can’t set up alerts'],
    ['F-A18', 'refusal', 'event-grid-provider', 'The subscription isn’t registered for alerts on events'],
    ['F-A19', 'check', 'monitor-permissions', 'The account can’t say where the audit log goes'],
  ]),
]
