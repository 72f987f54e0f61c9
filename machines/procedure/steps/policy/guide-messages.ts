import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  short: { id: 'policy.guide.short', defaultMessage: 'Create the policy' },
  title: { id: 'policy.guide.title', defaultMessage: 'Create the enterprise policy' },
  outcome: {
    id: 'policy.guide.outcome',
    defaultMessage: 'The policy is created and can use the key',
  },
  what: {
    id: 'policy.guide.what',
    defaultMessage: 'Choose where to keep your key',
  },
  why: {
    id: 'policy.guide.why',
    defaultMessage: 'Power Platform can use your key only through a policy that has access to it.',
  },
  happens: { id: 'policy.guide.happens', defaultMessage: 'We create what’s missing. Nothing is encrypted, and nobody goes offline.' },
  aboutPolicyHeading: { id: 'policy.guide.aboutPolicyHeading', defaultMessage: 'What is an enterprise policy?' },
  aboutPolicy: {
    id: 'policy.guide.aboutPolicy',
    defaultMessage:
      'An Azure resource that names a key vault and a key. The service reads the key with the policy’s own identity, which needs access to the key vault.',
  },
  aboutPurgeProtectionHeading: { id: 'policy.guide.aboutPurgeProtectionHeading', defaultMessage: 'Why purge protection?' },
  aboutPurgeProtection: {
    id: 'policy.guide.aboutPurgeProtection',
    defaultMessage:
      'If the key is permanently deleted, everything encrypted with it is lost. Purge protection prevents that during the retention period, even for an owner. You can’t turn it off.',
  },
  whoDoesThisHeading: { id: 'policy.guide.whoDoesThisHeading', defaultMessage: 'Who should do this?' },
  whoDoesThis: {
    id: 'policy.guide.whoDoesThis',
    defaultMessage:
      'Microsoft recommends two people: a key vault owner without admin center access, and a Power Platform admin. One person with both roles can lock every environment on the key.',
  },
  aboutContributorHeading: { id: 'policy.guide.aboutContributorHeading', defaultMessage: 'Why isn’t Contributor enough?' },
  aboutContributor: {
    id: 'policy.guide.aboutContributor',
    defaultMessage:
      'A Contributor can create the key vault and the policy, but can’t assign roles or, with Azure RBAC, create keys. You also need Owner or User Access Administrator, and Key Vault Crypto Officer.',
  },
  openResourceProviders: {
    id: 'policy.guide.openResourceProviders',
    defaultMessage: 'In the Azure portal, go to the subscription > Resource providers.',
  },
  registerProvider: {
    id: 'policy.guide.registerProvider',
    defaultMessage: 'Register Microsoft.PowerPlatform.',
  },
  keyVaultAndKeyHeading: { id: 'policy.guide.keyVaultAndKeyHeading', defaultMessage: 'Key vault and key' },
  createVault: {
    id: 'policy.guide.createVault',
    defaultMessage: 'Create a key vault in an Azure region of the environment’s geography, with purge protection and Azure RBAC.',
  },
  giveYourselfRole: {
    id: 'policy.guide.giveYourselfRole',
    defaultMessage: 'Assign yourself Key Vault Crypto Officer on it.',
  },
  generateKey: {
    id: 'policy.guide.generateKey',
    defaultMessage: 'Under Keys, generate a 2048-bit or 3072-bit RSA key.',
  },
  openTemplateEditor: {
    id: 'policy.guide.openTemplateEditor',
    defaultMessage: 'In the Azure portal, go to Deploy a custom template > Build your own template in the editor.',
  },
  pasteTemplate: {
    id: 'policy.guide.pasteTemplate',
    defaultMessage:
      'Paste a template with one resource: type Microsoft.PowerPlatform/enterprisePolicies, kind Encryption, a system-assigned identity, your vault’s resource ID, and your key’s name. Put every value in double quotes.',
  },
  setLocation: {
    id: 'policy.guide.setLocation',
    defaultMessage:
      'Set its location to the word for the environment’s geography, such as unitedstates or europe, not an Azure region such as westeurope. You can’t change it later.',
  },
  whereLocationsAreNamed: {
    id: 'policy.guide.whereLocationsAreNamed',
    defaultMessage: 'The policy location check on this page lists the words your subscription accepts.',
  },
  deployTemplate: {
    id: 'policy.guide.deployTemplate',
    defaultMessage: 'Select Save, choose a subscription and resource group, then select Review + create > Create.',
  },
  giveKeyAccess: {
    id: 'policy.guide.giveKeyAccess',
    defaultMessage: 'On the key vault, assign Key Vault Crypto Service Encryption User to the policy.',
  },
  giveReader: {
    id: 'policy.guide.giveReader',
    defaultMessage: 'On the policy, assign Reader to the Power Platform admin.',
  },
  waitAndCheck: { id: 'policy.guide.waitAndCheck', defaultMessage: 'Wait 5 minutes, then check again here.' },
  waitForRegistration: {
    id: 'policy.guide.waitForRegistration',
    defaultMessage: 'Azure is registering the provider for the subscription. It takes a few minutes and affects nothing else.',
  },
  waitForAccess: {
    id: 'policy.guide.waitForAccess',
    defaultMessage:
      'The role is assigned but isn’t in effect everywhere yet. If you continue too early, adding the environment could fail hours later. Wait five minutes.',
  },
  editorHeading: {
    id: 'policy.pitfalls.editorHeading',
    defaultMessage: 'The template editor rejects the text',
  },
  editor: {
    id: 'policy.pitfalls.editor',
    defaultMessage:
      'In the manual steps, replace every placeholder and put every value in double quotes. The wizard’s scripts are complete.',
  },
  switchedHeading: {
    id: 'policy.pitfalls.switchedHeading',
    defaultMessage: 'The key vault switches from access policies to Azure RBAC',
  },
  switched: {
    id: 'policy.pitfalls.switched',
    defaultMessage: 'Its access policies stop working at once, and every environment on the key goes offline. Assign the role first.',
  },
  recoveredHeading: {
    id: 'policy.pitfalls.recoveredHeading',
    defaultMessage: 'Environments stay locked after you recover a key vault',
  },
  recovered: {
    id: 'policy.pitfalls.recovered',
    defaultMessage:
      'A deleted vault loses its role assignments, and recovery doesn’t restore them. Assign the roles again, then re-enable each environment.',
  },
  subscriptionHeading: { id: 'policy.guide.subscriptionHeading', defaultMessage: 'Subscription' },
  policyHeading: { id: 'policy.guide.policyHeading', defaultMessage: 'Policy' },
  accessHeading: { id: 'policy.guide.accessHeading', defaultMessage: 'Access' },
  registrationHeading: { id: 'policy.guide.registrationHeading', defaultMessage: 'Registration' },
  partVault: { id: 'policy.guide.partVault', defaultMessage: 'Key vault' },
  partKey: { id: 'policy.guide.partKey', defaultMessage: 'Key' },
  partAccess: { id: 'policy.guide.partAccess', defaultMessage: 'Access to the key vault' },
  partReader: { id: 'policy.guide.partReader', defaultMessage: 'Reader for the admin' },
})
