import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  setUp1: { id: 'integration.setUp1', defaultMessage: 'In Lifecycle Services, open the environment’s details page (Full details).' },
  setUp2: {
    id: 'integration.setUp2',
    defaultMessage:
      'Open Power Platform Integration and select Setup. If Setup is missing, the environment is not a sandbox or production environment, or your role is not Project owner or Environment manager.',
  },
  setUp3: { id: 'integration.setUp3', defaultMessage: 'Choose a template, select Agree, and then Setup. The choice can’t be undone.' },
  setUp4: { id: 'integration.setUp4', defaultMessage: 'Type your name in the dialog that says so, and confirm.' },
  setUp5: {
    id: 'integration.setUp5',
    defaultMessage:
      'Wait until the page says “Setup completed successfully”: minutes by the newer document, 60 to 90 minutes by the older one.',
  },
  withoutProject: {
    id: 'integration.withoutProject',
    defaultMessage:
      'Without a project in Lifecycle Services: in the admin center, install Platform Tools and then the Finance and Operations Provisioning App into this environment. It takes about an hour.',
  },
  twoApps: {
    id: 'integration.twoApps',
    defaultMessage: 'The admin API and Dataverse name two different finance and operations environments',
  },
  noAddress: { id: 'integration.noAddress', defaultMessage: 'no address' },
  twoAddresses: { id: 'integration.twoAddresses', defaultMessage: 'Admin API: {address}. Dataverse: {ofDataverse}.' },
  twoAppsRemedy: {
    id: 'integration.twoAppsRemedy',
    defaultMessage: 'Do not go on. Ask Microsoft support which link is real, giving both addresses.',
  },
  linkedUnified: {
    id: 'integration.linkedUnified',
    defaultMessage: 'Finance and operations is linked: a unified environment, managed in the admin center',
  },
  linkedByDataverse: {
    id: 'integration.linkedByDataverse',
    defaultMessage: 'Finance and operations is linked: the admin API does not name it yet, Dataverse does',
  },
  linkedFromLifecycleServices: {
    id: 'integration.linkedFromLifecycleServices',
    defaultMessage: 'Finance and operations is linked: linked from Lifecycle Services',
  },
  integratedWith: { id: 'integration.integratedWith', defaultMessage: 'Dataverse says it is integrated with {url}.' },
  waitForInstallation: {
    id: 'integration.waitForInstallation',
    defaultMessage: 'Wait until the admin center shows the installation of finance and operations as ended, then check again.',
  },
  waitForInstallationManual1: {
    id: 'integration.waitForInstallationManual1',
    defaultMessage: 'In the admin center, open the environment, Resources, Dynamics 365 apps.',
  },
  waitForInstallationManual2: {
    id: 'integration.waitForInstallationManual2',
    defaultMessage: 'Look at the state of the Finance and Operations Provisioning App. If it failed, read its reason there.',
  },
  waitForSetup: {
    id: 'integration.waitForSetup',
    defaultMessage: 'Wait until Lifecycle Services says “Setup completed successfully”, then check again.',
  },
  dataverseWithoutAddress: {
    id: 'integration.dataverseWithoutAddress',
    defaultMessage: 'Dataverse could not be asked about the integration: the admin API gives no address for it',
  },
  dataverseWithoutAddressSeen: {
    id: 'integration.dataverseWithoutAddressSeen',
    defaultMessage: '{environment} has a Dataverse database without an address.',
  },
  waitForAddress: {
    id: 'integration.waitForAddress',
    defaultMessage: 'The address appears when Dataverse is ready. Wait some minutes, then check again.',
  },
  linkUnfinished: { id: 'integration.linkUnfinished', defaultMessage: 'The link to finance and operations is not finished' },
  unnamedApp: { id: 'integration.unnamedApp', defaultMessage: 'an app' },
  linkUnfinishedSeen: {
    id: 'integration.linkUnfinishedSeen',
    defaultMessage: 'The admin API names {address}, but Dataverse answers {code}: {message}',
  },
  noAppLinked: { id: 'integration.noAppLinked', defaultMessage: 'No finance and operations app is linked to this environment' },
  noAppLinkedSeen: {
    id: 'integration.noAppLinkedSeen',
    defaultMessage: 'Dataverse answers {code}: {message} The admin API names no app either.',
  },
  onlyAdminApi: { id: 'integration.onlyAdminApi', defaultMessage: 'Only the admin API says that finance and operations is linked' },
  onlyAdminApiSeen: {
    id: 'integration.onlyAdminApiSeen',
    defaultMessage: 'It names {address} ({type}). Dataverse did not let this account ask: {error}',
  },
  addAccountForBothProofs: {
    id: 'integration.addAccountForBothProofs',
    defaultMessage:
      'To have both proofs, add your account to the Dataverse organization (in the admin center: the environment, Membership, Add me), then check again.',
  },
  integrationUnread: { id: 'integration.integrationUnread', defaultMessage: 'The integration in Dataverse could not be read' },
  signInOrAddAccount: {
    id: 'integration.signInOrAddAccount',
    defaultMessage:
      'Sign in again. If that does not help, add your account to the Dataverse organization (in the admin center: the environment, Membership, Add me), then check again.',
  },
  addressShown: { id: 'integration.addressShown', defaultMessage: 'The admin center shows the address of finance and operations' },
  addressNotShown: {
    id: 'integration.addressNotShown',
    defaultMessage: 'The admin center does not show the address of finance and operations',
  },
  addressOfDataverseOnly: { id: 'integration.addressOfDataverseOnly', defaultMessage: 'Dataverse names {url}; the admin API names none.' },
  noKeyBefore: {
    id: 'integration.noKeyBefore',
    defaultMessage: 'No customer-managed key was put on this environment before the integration',
  },
  noPolicyNamed: { id: 'integration.noPolicyNamed', defaultMessage: 'The environment names no encryption policy.' },
  withoutId: { id: 'integration.withoutId', defaultMessage: 'without an id' },
  noStatus: { id: 'integration.noStatus', defaultMessage: 'no status' },
  policyNamed: { id: 'integration.policyNamed', defaultMessage: 'The environment names the policy {policy} ({status}).' },
  keyAfterIntegration: {
    id: 'integration.keyAfterIntegration',
    defaultMessage: 'Integration is in place; the customer-managed key on it is looked at in step 4',
  },
  keyAndLinkUnknown: {
    id: 'integration.keyAndLinkUnknown',
    defaultMessage: 'A customer-managed key is on this environment, and it is not known whether finance and operations is linked',
  },
  keyAndLinkUnknownRemedy: {
    id: 'integration.keyAndLinkUnknownRemedy',
    defaultMessage:
      'Put right what keeps Dataverse from being asked, then check again. If finance and operations turns out not to be linked, the key came too early.',
  },
  keyBeforeIntegration: {
    id: 'integration.keyBeforeIntegration',
    defaultMessage: 'A customer-managed key is on this environment, and finance and operations is not linked yet',
  },
  environmentReadableWhy: {
    id: 'integration.environmentReadable.why',
    defaultMessage: 'Everything that follows rests on what the admin API says of this environment.',
  },
  environmentReadableRemedy: {
    id: 'integration.environmentReadable.remedy',
    defaultMessage: 'Sign in as a Power Platform administrator of the tenant that owns the environment, then check again.',
  },
  environmentReadableManual1: {
    id: 'integration.environmentReadable.manual1',
    defaultMessage: 'In the Entra admin center, open Roles and administrators, Power Platform Administrator, and add the account.',
  },
  environmentReadableManual2: {
    id: 'integration.environmentReadable.manual2',
    defaultMessage: 'Sign out and in again: a role counts from the next sign-in.',
  },
  environmentNotFound: {
    id: 'integration.environmentReadable.environmentNotFound',
    defaultMessage: 'The environment could not be found in the tenant',
  },
  environmentNotFoundSeen: {
    id: 'integration.environmentReadable.environmentNotFoundSeen',
    defaultMessage:
      '{error} The service gives this answer both when the environment does not exist and when the account is not a Power Platform administrator.',
  },
  environmentUnread: { id: 'integration.environmentReadable.environmentUnread', defaultMessage: 'The environment could not be read' },
  environmentReadable: { id: 'integration.environmentReadable.environmentReadable', defaultMessage: 'The environment can be read' },
  dataversePresentWhy: {
    id: 'integration.dataversePresent.why',
    defaultMessage:
      'Customer-managed keys reach finance and operations through Power Platform. Without a Dataverse database behind the environment its data stays on the Microsoft-managed key.',
  },
  dataversePresentRemedy: {
    id: 'integration.dataversePresent.remedy',
    defaultMessage: 'Enable the Power Platform integration in Lifecycle Services, then check again. It cannot be undone.',
  },
  dataversePresent: { id: 'integration.dataversePresent.dataversePresent', defaultMessage: 'The environment has a Dataverse database' },
  noInstanceAddress: { id: 'integration.dataversePresent.noInstanceAddress', defaultMessage: 'The admin API names no address for it.' },
  integrationNotEnabled: {
    id: 'integration.dataversePresent.integrationNotEnabled',
    defaultMessage: 'The Power Platform integration is not enabled yet',
  },
  integrationNotEnabledSeen: {
    id: 'integration.dataversePresent.integrationNotEnabledSeen',
    defaultMessage:
      'Finance and operations ({address}) is attached to the environment, but it has no Dataverse database. This is how Lifecycle Services leaves it until integration is set up.',
  },
  noDataverse: { id: 'integration.dataversePresent.noDataverse', defaultMessage: 'The environment has no Dataverse database' },
  noDataverseSeen: {
    id: 'integration.dataversePresent.noDataverseSeen',
    defaultMessage: '{environment} has neither Dataverse nor finance and operations. It may be the wrong environment.',
  },
  noDataverseRemedy: {
    id: 'integration.dataversePresent.noDataverseRemedy',
    defaultMessage: 'Choose the environment whose finance and operations address you know.',
  },
  financeAndOperationsLinkedWhy: {
    id: 'integration.financeAndOperationsLinked.why',
    defaultMessage: 'Only environments that are linked are covered, including their SQL databases and storage accounts.',
  },
  financeAndOperationsLinkedRemedy: {
    id: 'integration.financeAndOperationsLinked.remedy',
    defaultMessage:
      'Enable the Power Platform integration in Lifecycle Services for this environment, or choose the environment that is linked.',
  },
  addressShownWhy: {
    id: 'integration.addressShown.why',
    defaultMessage: 'The Finance and Operations URL on the environment’s page is how people tell which environment is theirs.',
  },
  addressShownRemedy: {
    id: 'integration.addressShown.remedy',
    defaultMessage: 'Edit the description of the environment in the admin center and save: that brings the address up. Then check again.',
  },
  addressShownManual1: { id: 'integration.addressShown.manual1', defaultMessage: 'In the admin center, open the environment, then Edit.' },
  addressShownManual2: {
    id: 'integration.addressShown.manual2',
    defaultMessage: 'Change the description and save. After some minutes the page shows the Finance and Operations URL.',
  },
  notCloudHostedWhy: {
    id: 'integration.notCloudHosted.why',
    defaultMessage: 'Cloud-hosted environments live in your own subscription and are outside this feature.',
  },
  notCloudHostedRemedy: {
    id: 'integration.notCloudHosted.remedy',
    defaultMessage:
      'Choose a sandbox or production environment. Secure the virtual machine of a cloud-hosted environment in its own subscription instead.',
  },
  cloudHosted: { id: 'integration.notCloudHosted.cloudHosted', defaultMessage: 'This is a cloud-hosted environment' },
  notCloudHosted: { id: 'integration.notCloudHosted.notCloudHosted', defaultMessage: 'It is not a cloud-hosted environment' },
  noAddressNamed: { id: 'integration.notCloudHosted.noAddressNamed', defaultMessage: 'No address of it is named.' },
  noKeyBeforeIntegrationWhy: {
    id: 'integration.noKeyBeforeIntegration.why',
    defaultMessage:
      'When integration is set up with an existing environment, a customer-managed key must not be on it beforehand. Microsoft promises support for that order for a later time.',
  },
  noKeyBeforeIntegrationRemedy: {
    id: 'integration.noKeyBeforeIntegration.remedy',
    defaultMessage:
      'Choose another environment for the integration, or return this one to the Microsoft-managed key first and wait until that has ended. Microsoft documents no procedure for this order.',
  },
  noKeyBeforeIntegrationManual1: {
    id: 'integration.noKeyBeforeIntegration.manual1',
    defaultMessage: 'In the admin center, open Security, Data and Privacy, Customer-managed encryption key.',
  },
  noKeyBeforeIntegrationManual2: {
    id: 'integration.noKeyBeforeIntegration.manual2',
    defaultMessage: 'Open the policy, select Edit policy, Remove environment, Continue, Save. The environment is offline during that time.',
  },
  noKeyBeforeIntegrationManual3: {
    id: 'integration.noKeyBeforeIntegration.manual3',
    defaultMessage: 'Keep the key, the vault and the access for 30 days: restores need them.',
  },
  cloudVerifiedWhy: {
    id: 'integration.cloudVerified.why',
    defaultMessage:
      'Parts of what the wizard knows of this cloud rest on sources that disagree, or on none. A wrong address only leads to a refusal, but the feature itself may not be offered there.',
  },
  cloudVerifiedRemedy: {
    id: 'integration.cloudVerified.remedy',
    defaultMessage:
      'Ask Microsoft, or look into its table of functional parity (aka.ms/BAPFunctionalParity), whether customer-managed keys for finance and operations are offered in this cloud. Then confirm it here.',
  },
  cloudUncertain: {
    id: 'integration.cloudVerified.cloudUncertain',
    defaultMessage: 'Whether the wizard knows {cloud} rightly is not certain',
  },
  unverifiedWithoutReason: {
    id: 'integration.cloudVerified.unverifiedWithoutReason',
    defaultMessage: 'The cloud is marked as unverified, without a reason.',
  },
  accountOfThisTenantWhy: {
    id: 'integration.accountOfThisTenant.why',
    defaultMessage:
      'A partner’s account that is here by delegated administration (GDAP) has no user object in this tenant: it can be given no role on the policy, and setup of the integration refuses it.',
  },
  accountOfThisTenantRemedy: {
    id: 'integration.accountOfThisTenant.remedy',
    defaultMessage:
      'You can continue. In step 3, name a Power Platform administrator of this tenant. Hand over the steps that need a user of this tenant. If the account is a guest here, its user object can be given roles.',
  },
  accountBelongsAnotherTenant: {
    id: 'integration.accountOfThisTenant.accountBelongsAnotherTenant',
    defaultMessage: 'The account belongs to another tenant',
  },
  accountBelongsAnotherTenantSeen: {
    id: 'integration.accountOfThisTenant.accountBelongsAnotherTenantSeen',
    defaultMessage: '{userName} belongs to the tenant {homeTenantId}. You are signed in to {tenantName} ({tenantId}).',
  },
  noOtherTenant: {
    id: 'integration.accountOfThisTenant.noOtherTenant',
    defaultMessage: 'The sign-in names no other tenant that the account belongs to',
  },
  noOtherTenantSeen: {
    id: 'integration.accountOfThisTenant.noOtherTenantSeen',
    defaultMessage: '{userName}, signed in to {tenantName} ({tenantId}).',
  },
  powerPlatformAdministratorWhy: {
    id: 'integration.powerPlatformAdministrator.why',
    defaultMessage:
      'Step 4 adds the environment to the policy, which only a Power Platform administrator or a Dynamics 365 administrator can do. Without the role the admin API also says that environments do not exist.',
  },
  addToPolicy: { id: 'integration.powerPlatformAdministrator.addToPolicy', defaultMessage: 'add the environment to a policy' },
  environmentInSightWhy: {
    id: 'integration.environmentInSight.why',
    defaultMessage:
      'A Dynamics 365 administrator sees and manages an environment only as a member of its security group. A Power Platform administrator need not be one.',
  },
  environmentInSightRemedy: {
    id: 'integration.environmentInSight.remedy',
    defaultMessage:
      'Have the account added to the environment’s security group, or sign in as a Power Platform administrator, then check again.',
  },
  environmentInSightManual1: {
    id: 'integration.environmentInSight.manual1',
    defaultMessage: 'A Power Platform administrator opens the environment in the admin center and looks which security group it has.',
  },
  environmentInSightManual2: {
    id: 'integration.environmentInSight.manual2',
    defaultMessage: 'In the Entra admin center, open Groups, that group, Members, Add members, and add the account.',
  },
  noteChoose: { id: 'integration.noteChoose', defaultMessage: 'Choose the environment' },
  noteUnified: { id: 'integration.noteUnified', defaultMessage: 'Unified environment' },
  noteNoApp: { id: 'integration.noteNoApp', defaultMessage: 'No finance and operations app' },
  noteLifecycleServices: { id: 'integration.noteLifecycleServices', defaultMessage: 'Lifecycle Services' },
  environmentsUnread: { id: 'integration.environmentsUnread', defaultMessage: 'The list of environments could not be read' },
  named: { id: 'integration.named', defaultMessage: '“{displayName}” ({id})' },
  readable: { id: 'integration.environmentReadable.seen', defaultMessage: '{environment}, {sku}, {location}.' },
  noType: { id: 'integration.noType', defaultMessage: 'no type' },
  noteCloudHosted: { id: 'integration.noteCloudHosted', defaultMessage: 'Cloud-hosted' },
})
