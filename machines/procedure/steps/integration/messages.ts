import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  setUp1: { id: 'integration.setUp1', defaultMessage: 'In Lifecycle Services, open the environment’s details page (Full details).' },
  setUp2: {
    id: 'integration.setUp2',
    defaultMessage:
      'Open Power Platform Integration and select Setup. If Setup is missing, the environment isn’t a sandbox or production environment, or your role isn’t Project owner or Environment manager.',
  },
  setUp3: { id: 'integration.setUp3', defaultMessage: 'Choose a template, select Agree, then Setup. You can’t undo this choice.' },
  setUp4: { id: 'integration.setUp4', defaultMessage: 'Enter your name in the confirmation dialog, and confirm.' },
  setUp5: {
    id: 'integration.setUp5',
    defaultMessage:
      'Wait until the page says “Setup completed successfully”. The newer document says minutes, the older one 60 to 90 minutes.',
  },
  withoutProject: {
    id: 'integration.withoutProject',
    defaultMessage:
      'Without a Lifecycle Services project: In the Power Platform admin center, install Platform Tools, then the Finance and Operations Provisioning App, in this environment (about an hour).',
  },
  twoApps: {
    id: 'integration.twoApps',
    defaultMessage: 'The admin API and Dataverse show different finance and operations environments',
  },
  noAddress: { id: 'integration.noAddress', defaultMessage: 'no address' },
  twoAddresses: { id: 'integration.twoAddresses', defaultMessage: 'Admin API: {address}. Dataverse: {ofDataverse}.' },
  twoAppsRemedy: {
    id: 'integration.twoAppsRemedy',
    defaultMessage: 'Stop here. Give Microsoft support both addresses and ask which link is real.',
  },
  linkedUnified: {
    id: 'integration.linkedUnified',
    defaultMessage: 'Finance and operations is linked (unified environment)',
  },
  linkedByDataverse: {
    id: 'integration.linkedByDataverse',
    defaultMessage: 'Finance and operations is linked in Dataverse, but the admin API doesn’t show it yet',
  },
  linkedFromLifecycleServices: {
    id: 'integration.linkedFromLifecycleServices',
    defaultMessage: 'Finance and operations is linked from Lifecycle Services',
  },
  integratedWith: { id: 'integration.integratedWith', defaultMessage: 'Dataverse is integrated with {url}.' },
  waitForInstallation: {
    id: 'integration.waitForInstallation',
    defaultMessage: 'Wait until the admin center shows that the finance and operations installation is complete, then check again.',
  },
  waitForInstallationManual1: {
    id: 'integration.waitForInstallationManual1',
    defaultMessage: 'In the Power Platform admin center, go to the environment > Resources > Dynamics 365 apps.',
  },
  waitForInstallationManual2: {
    id: 'integration.waitForInstallationManual2',
    defaultMessage: 'Check the status of the Finance and Operations Provisioning App. If it failed, see the reason there.',
  },
  waitForSetup: {
    id: 'integration.waitForSetup',
    defaultMessage: 'Wait until Lifecycle Services says “Setup completed successfully”, then check again.',
  },
  dataverseWithoutAddress: {
    id: 'integration.dataverseWithoutAddress',
    defaultMessage: 'Couldn’t check the integration in Dataverse: the admin API returns no address for it',
  },
  dataverseWithoutAddressSeen: {
    id: 'integration.dataverseWithoutAddressSeen',
    defaultMessage: '{environment} has a Dataverse database without an address.',
  },
  waitForAddress: {
    id: 'integration.waitForAddress',
    defaultMessage: 'The address appears when Dataverse is ready. Wait a few minutes, then check again.',
  },
  linkUnfinished: { id: 'integration.linkUnfinished', defaultMessage: 'The link to finance and operations isn’t complete' },
  unnamedApp: { id: 'integration.unnamedApp', defaultMessage: 'an app' },
  linkUnfinishedSeen: {
    id: 'integration.linkUnfinishedSeen',
    defaultMessage: 'The admin API shows {address}, but Dataverse returns {code}: {message}',
  },
  noAppLinked: { id: 'integration.noAppLinked', defaultMessage: 'No finance and operations app is linked to this environment' },
  noAppLinkedSeen: {
    id: 'integration.noAppLinkedSeen',
    defaultMessage: 'Dataverse returns {code}: {message} The admin API shows no app either.',
  },
  onlyAdminApi: { id: 'integration.onlyAdminApi', defaultMessage: 'Only the admin API shows that finance and operations is linked' },
  onlyAdminApiSeen: {
    id: 'integration.onlyAdminApiSeen',
    defaultMessage: 'The admin API shows {address} ({type}). Dataverse refused this account’s request: {error}',
  },
  addAccountForBothProofs: {
    id: 'integration.addAccountForBothProofs',
    defaultMessage:
      'To verify with both sources, add your account to the Dataverse organization: in the admin center, open the environment and select Membership > Add me. Then check again.',
  },
  integrationUnread: { id: 'integration.integrationUnread', defaultMessage: 'Couldn’t read the integration in Dataverse' },
  signInOrAddAccount: {
    id: 'integration.signInOrAddAccount',
    defaultMessage:
      'Sign in again. If that doesn’t help, add your account to the Dataverse organization: in the admin center, open the environment and select Membership > Add me. Then check again.',
  },
  addressShown: { id: 'integration.addressShown', defaultMessage: 'The admin center shows the finance and operations address' },
  addressNotShown: {
    id: 'integration.addressNotShown',
    defaultMessage: 'The admin center doesn’t show the finance and operations address',
  },
  addressOfDataverseOnly: { id: 'integration.addressOfDataverseOnly', defaultMessage: 'Dataverse shows {url}. The admin API shows none.' },
  noKeyBefore: {
    id: 'integration.noKeyBefore',
    defaultMessage: 'The environment had no customer-managed key before the integration',
  },
  noPolicyNamed: { id: 'integration.noPolicyNamed', defaultMessage: 'No encryption policy on the environment.' },
  withoutId: { id: 'integration.withoutId', defaultMessage: 'without an ID' },
  noStatus: { id: 'integration.noStatus', defaultMessage: 'no status' },
  policyNamed: { id: 'integration.policyNamed', defaultMessage: 'The environment’s policy: {policy} ({status}).' },
  keyAfterIntegration: {
    id: 'integration.keyAfterIntegration',
    defaultMessage: 'The integration is complete. Step 4 checks the environment’s customer-managed key',
  },
  keyAndLinkUnknown: {
    id: 'integration.keyAndLinkUnknown',
    defaultMessage: 'The environment has a customer-managed key, but its link to finance and operations is unknown',
  },
  keyAndLinkUnknownRemedy: {
    id: 'integration.keyAndLinkUnknownRemedy',
    defaultMessage:
      'Fix what prevents the check in Dataverse, then check again. If finance and operations isn’t linked, the key was added too early.',
  },
  keyBeforeIntegration: {
    id: 'integration.keyBeforeIntegration',
    defaultMessage: 'The environment has a customer-managed key, but finance and operations isn’t linked yet',
  },
  environmentReadableWhy: {
    id: 'integration.environmentReadable.why',
    defaultMessage: 'All later checks depend on what the admin API returns for this environment.',
  },
  environmentReadableRemedy: {
    id: 'integration.environmentReadable.remedy',
    defaultMessage: 'Sign in as a Power Platform admin of the tenant that owns the environment, then check again.',
  },
  environmentReadableManual1: {
    id: 'integration.environmentReadable.manual1',
    defaultMessage:
      'In the Microsoft Entra admin center, go to Roles and administrators > Power Platform Administrator, and add the account.',
  },
  environmentReadableManual2: {
    id: 'integration.environmentReadable.manual2',
    defaultMessage: 'Sign out and in again. The role takes effect at the next sign-in.',
  },
  environmentNotFound: {
    id: 'integration.environmentReadable.environmentNotFound',
    defaultMessage: 'Couldn’t find the environment in the tenant',
  },
  environmentNotFoundSeen: {
    id: 'integration.environmentReadable.environmentNotFoundSeen',
    defaultMessage:
      '{error} The service gives this answer when the environment doesn’t exist, and when the account isn’t a Power Platform admin.',
  },
  environmentUnread: { id: 'integration.environmentReadable.environmentUnread', defaultMessage: 'Couldn’t read the environment' },
  environmentReadable: { id: 'integration.environmentReadable.environmentReadable', defaultMessage: 'The environment is readable' },
  dataversePresentWhy: {
    id: 'integration.dataversePresent.why',
    defaultMessage:
      'Customer-managed keys reach finance and operations through Power Platform. Without Dataverse in the environment, its data stays on the Microsoft-managed key.',
  },
  dataversePresentRemedy: {
    id: 'integration.dataversePresent.remedy',
    defaultMessage: 'Enable the Power Platform integration in Lifecycle Services, then check again. You can’t undo it.',
  },
  dataversePresent: { id: 'integration.dataversePresent.dataversePresent', defaultMessage: 'The environment has a Dataverse database' },
  noInstanceAddress: { id: 'integration.dataversePresent.noInstanceAddress', defaultMessage: 'The admin API shows no address for it.' },
  integrationNotEnabled: {
    id: 'integration.dataversePresent.integrationNotEnabled',
    defaultMessage: 'The Power Platform integration isn’t enabled yet',
  },
  integrationNotEnabledSeen: {
    id: 'integration.dataversePresent.integrationNotEnabledSeen',
    defaultMessage:
      'Finance and operations ({address}) is attached to the environment, but there’s no Dataverse database. That’s normal before you set up the integration in Lifecycle Services.',
  },
  noDataverse: { id: 'integration.dataversePresent.noDataverse', defaultMessage: 'The environment has no Dataverse database' },
  noDataverseSeen: {
    id: 'integration.dataversePresent.noDataverseSeen',
    defaultMessage: '{environment} has neither Dataverse nor finance and operations. It might be the wrong environment.',
  },
  noDataverseRemedy: {
    id: 'integration.dataversePresent.noDataverseRemedy',
    defaultMessage: 'Choose the environment whose finance and operations address you know.',
  },
  financeAndOperationsLinkedWhy: {
    id: 'integration.financeAndOperationsLinked.why',
    defaultMessage: 'The key covers only linked environments, including their SQL databases and storage accounts.',
  },
  financeAndOperationsLinkedRemedy: {
    id: 'integration.financeAndOperationsLinked.remedy',
    defaultMessage: 'Enable the Power Platform integration for this environment in Lifecycle Services, or choose the linked environment.',
  },
  addressShownWhy: {
    id: 'integration.addressShown.why',
    defaultMessage: 'People recognize their environment by the Finance and Operations URL on its page.',
  },
  addressShownRemedy: {
    id: 'integration.addressShown.remedy',
    defaultMessage: 'Edit the environment’s description in the admin center and save it to show the address. Then check again.',
  },
  addressShownManual1: {
    id: 'integration.addressShown.manual1',
    defaultMessage: 'In the Power Platform admin center, open the environment and select Edit.',
  },
  addressShownManual2: {
    id: 'integration.addressShown.manual2',
    defaultMessage: 'Change the description and save. After a few minutes, the page shows the Finance and Operations URL.',
  },
  notCloudHostedWhy: {
    id: 'integration.notCloudHosted.why',
    defaultMessage: 'Cloud-hosted environments run in your own subscription and don’t support this feature.',
  },
  notCloudHostedRemedy: {
    id: 'integration.notCloudHosted.remedy',
    defaultMessage:
      'Choose a sandbox or production environment. Secure a cloud-hosted environment’s virtual machine in its own subscription instead.',
  },
  cloudHosted: { id: 'integration.notCloudHosted.cloudHosted', defaultMessage: 'This is a cloud-hosted environment' },
  notCloudHosted: { id: 'integration.notCloudHosted.notCloudHosted', defaultMessage: 'This isn’t a cloud-hosted environment' },
  noAddressNamed: { id: 'integration.notCloudHosted.noAddressNamed', defaultMessage: 'No address is available.' },
  noKeyBeforeIntegrationWhy: {
    id: 'integration.noKeyBeforeIntegration.why',
    defaultMessage:
      'An existing environment can’t have a customer-managed key before you set up the integration with it. Microsoft says it will support that order later.',
  },
  noKeyBeforeIntegrationRemedy: {
    id: 'integration.noKeyBeforeIntegration.remedy',
    defaultMessage:
      'Choose another environment. Or return this one to the Microsoft-managed key and wait until that’s complete. Microsoft documents no procedure for this order.',
  },
  noKeyBeforeIntegrationManual1: {
    id: 'integration.noKeyBeforeIntegration.manual1',
    defaultMessage: 'In the Power Platform admin center, go to Security > Data and Privacy > Customer-managed encryption key.',
  },
  noKeyBeforeIntegrationManual2: {
    id: 'integration.noKeyBeforeIntegration.manual2',
    defaultMessage:
      'Open the policy, then select Edit policy > Remove environment > Continue > Save. The environment is offline meanwhile.',
  },
  noKeyBeforeIntegrationManual3: {
    id: 'integration.noKeyBeforeIntegration.manual3',
    defaultMessage: 'Keep the key, the key vault, and the access for 30 days. Restores need them.',
  },
  cloudVerifiedWhy: {
    id: 'integration.cloudVerified.why',
    defaultMessage:
      'The wizard’s data about this cloud partly comes from conflicting sources or none. A wrong address only causes an error, but this cloud might not offer the feature.',
  },
  cloudVerifiedRemedy: {
    id: 'integration.cloudVerified.remedy',
    defaultMessage:
      'Ask Microsoft, or check aka.ms/BAPFunctionalParity, whether this cloud offers customer-managed keys for finance and operations. Then confirm here.',
  },
  cloudUncertain: {
    id: 'integration.cloudVerified.cloudUncertain',
    defaultMessage: 'The wizard’s data about {cloud} isn’t verified',
  },
  unverifiedWithoutReason: {
    id: 'integration.cloudVerified.unverifiedWithoutReason',
    defaultMessage: 'The cloud is marked as unverified, with no reason.',
  },
  accountOfThisTenantWhy: {
    id: 'integration.accountOfThisTenant.why',
    defaultMessage:
      'A partner account with delegated admin privileges (GDAP) has no user object in this tenant, so it can’t get a role on the policy or set up the integration.',
  },
  accountOfThisTenantRemedy: {
    id: 'integration.accountOfThisTenant.remedy',
    defaultMessage:
      'You can continue. In step 3, choose a Power Platform admin of this tenant, and hand over the steps that need one of its users. If the account is a guest here, its user object can get roles.',
  },
  accountBelongsAnotherTenant: {
    id: 'integration.accountOfThisTenant.accountBelongsAnotherTenant',
    defaultMessage: 'The account belongs to another tenant',
  },
  accountBelongsAnotherTenantSeen: {
    id: 'integration.accountOfThisTenant.accountBelongsAnotherTenantSeen',
    defaultMessage: '{userName} belongs to tenant {homeTenantId}. You’re signed in to {tenantName} ({tenantId}).',
  },
  noOtherTenant: {
    id: 'integration.accountOfThisTenant.noOtherTenant',
    defaultMessage: 'The sign-in shows no other home tenant',
  },
  noOtherTenantSeen: {
    id: 'integration.accountOfThisTenant.noOtherTenantSeen',
    defaultMessage: '{userName}, signed in to {tenantName} ({tenantId}).',
  },
  powerPlatformAdministratorWhy: {
    id: 'integration.powerPlatformAdministrator.why',
    defaultMessage:
      'Only a Power Platform admin or Dynamics 365 admin can add the environment to the policy in step 4. Without the role, the admin API also reports that environments don’t exist.',
  },
  addToPolicy: { id: 'integration.powerPlatformAdministrator.addToPolicy', defaultMessage: 'add the environment to a policy' },
  environmentInSightWhy: {
    id: 'integration.environmentInSight.why',
    defaultMessage:
      'A Dynamics 365 admin can manage an environment only as a member of its security group. A Power Platform admin doesn’t need that.',
  },
  environmentInSightRemedy: {
    id: 'integration.environmentInSight.remedy',
    defaultMessage: 'Ask to add the account to the environment’s security group, or sign in as a Power Platform admin. Then check again.',
  },
  environmentInSightManual1: {
    id: 'integration.environmentInSight.manual1',
    defaultMessage: 'As a Power Platform admin, open the environment in the Power Platform admin center and find its security group.',
  },
  environmentInSightManual2: {
    id: 'integration.environmentInSight.manual2',
    defaultMessage: 'In the Microsoft Entra admin center, go to Groups > that group > Members > Add members, and add the account.',
  },
  noteChoose: { id: 'integration.noteChoose', defaultMessage: 'Choose the environment' },
  noteUnified: { id: 'integration.noteUnified', defaultMessage: 'Unified environment' },
  noteNoApp: { id: 'integration.noteNoApp', defaultMessage: 'No finance and operations app' },
  noteLifecycleServices: { id: 'integration.noteLifecycleServices', defaultMessage: 'Lifecycle Services' },
  environmentsUnread: { id: 'integration.environmentsUnread', defaultMessage: 'Couldn’t read the list of environments' },
  named: { id: 'integration.named', defaultMessage: '“{displayName}” ({id})' },
  readable: { id: 'integration.environmentReadable.seen', defaultMessage: '{environment}, {sku}, {location}.' },
  noType: { id: 'integration.noType', defaultMessage: 'no type' },
  noteCloudHosted: { id: 'integration.noteCloudHosted', defaultMessage: 'Cloud-hosted' },
})
