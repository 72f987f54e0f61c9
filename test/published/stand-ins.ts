import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'

/**
 * Where the clients use another version than the published snapshot holds, its contract stands in for that of the version in use. Each line
 * is one that nothing here has been held against: a member that was renamed in between would go unseen.
 * Decision 0213: not the types of the SDKs, which nothing checks at run time.
 */
export const STAND_INS: readonly { readonly of: RegExp; readonly published: string; readonly inUse: string; readonly because: string }[] = [
  {
    of: /^(?:Vaults|Keys|ManagedHsms)_/,
    published: '2023-07-01',
    inUse: API_VERSIONS.keyVault,
    because: 'the version that stays after February 27, 2027; the collection beside the project has the one of 2024',
  },
  {
    of: /^(?:Create|Get|Update)\w*Key/,
    published: '7.5',
    inUse: '2025-07-01',
    because: 'the version of @azure/keyvault-keys 4.10',
  },
  {
    of: /^(?:Providers|ResourceGroups)_/,
    published: '2024-03-01',
    inUse: API_VERSIONS.resources,
    because: 'the version of @azure/arm-resources 7',
  },
  {
    of: /^EnterprisePolicies_/,
    published: '2020-10-30-preview',
    inUse: '2020-10-30',
    because: 'the version of Microsoft’s own scripts; only its preview is published',
  },
  {
    of: /^(?:EventSubscriptions|SystemTopics|SystemTopicEventSubscriptions)_/,
    published: '2024-06-01-preview',
    inUse: '2025-02-15',
    because: 'the stable version after the snapshot',
  },
  { of: /^PrivateDnsZoneGroups_/, published: '2024-01-01', inUse: '2024-05-01', because: 'the version after the snapshot' },
]

/** Requests that the snapshot has no contract of. */
export const WITHOUT_CONTRACT: readonly { readonly of: RegExp; readonly because: string }[] = [
  {
    of: /^GET \/subscriptions\/[^/]+\/providers\/Microsoft\.Authorization\/permissions$/i,
    because: 'published for resource groups and resources only; Azure answers it for subscriptions as well',
  },
]

/** Lists that fit on one page here, although their contract allows pages. */
export const ON_ONE_PAGE: readonly { readonly of: RegExp; readonly because: string }[] = [
  { of: /^PrivateDnsZoneGroups_List$/, because: 'a private endpoint has one group' },
  { of: /^Vaults_ListDeleted$/, because: 'in no case are several vaults deleted' },
  { of: /^EventSubscriptions_ListByResource$/, because: 'in no case has a vault several alerts of its own' },
]

/** Members that Azure sends and the snapshot lacks, by operation. */
export const BEYOND: readonly { readonly of: RegExp; readonly problem: RegExp; readonly because: string }[] = [
  {
    of: /^EnterprisePolicies_/,
    problem: /\/identity must NOT have additional properties .*"principalId"/,
    because: 'Microsoft’s scripts read the identity by this name; the contract calls it systemAssignedIdentityPrincipalId',
  },
  {
    of: /^(?:Permissions|RoleDefinitions)_/,
    problem: /must NOT have additional properties .*"condition(?:Version)?"/,
    because: 'the built-in role Key Vault Data Access Administrator has a condition; the contract of 2022-04-01 is older than that',
  },
  {
    of: /^RoleDefinitions_List$/,
    problem: /\/dataActions\/\d+ must be equal to one of the allowed values/,
    because: 'recorded from a Managed HSM: the contract lists the data actions that were known when it was written',
  },
]
