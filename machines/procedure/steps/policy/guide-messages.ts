import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  title: { id: 'policy.guide.title', defaultMessage: 'Create the enterprise policy' },
  outcome: {
    id: 'policy.guide.outcome',
    defaultMessage: 'The policy is created and allowed to use the key',
  },
  what: {
    id: 'policy.guide.what',
    defaultMessage: 'Choose where your key lives and create the policy that lets Power Platform use it.',
  },
  why: {
    id: 'policy.guide.why',
    defaultMessage:
      'The policy ties one key to environments and has an identity of its own that may use the key. Nothing is encrypted yet: that is step 4.',
  },
  aboutPolicyHeading: { id: 'policy.guide.aboutPolicyHeading', defaultMessage: 'What is an enterprise policy?' },
  aboutPolicy: {
    id: 'policy.guide.aboutPolicy',
    defaultMessage:
      'An Azure resource that names a key vault and a key. The service reads the key as the policy’s own identity, so that identity needs access to the vault.',
  },
  aboutPurgeProtectionHeading: { id: 'policy.guide.aboutPurgeProtectionHeading', defaultMessage: 'Why purge protection?' },
  aboutPurgeProtection: {
    id: 'policy.guide.aboutPurgeProtection',
    defaultMessage:
      'If the key is deleted for good, so is everything encrypted with it. Purge protection makes that impossible for the retention time, even for an owner. It cannot be turned off again.',
  },
  whoDoesThisHeading: { id: 'policy.guide.whoDoesThisHeading', defaultMessage: 'Who should do this?' },
  whoDoesThis: {
    id: 'policy.guide.whoDoesThis',
    defaultMessage:
      'Microsoft advises two people: one owns the key vault and has no access to the admin center, the other manages Power Platform. A single person who holds both roles can lock every environment on the key.',
  },
  aboutContributorHeading: { id: 'policy.guide.aboutContributorHeading', defaultMessage: 'Why is Contributor not enough?' },
  aboutContributor: {
    id: 'policy.guide.aboutContributor',
    defaultMessage:
      'A Contributor can create the vault and the policy, but may neither give roles nor, in a vault with Azure role-based access, create keys. That takes Owner or User Access Administrator, and Key Vault Crypto Officer.',
  },
  openResourceProviders: {
    id: 'policy.guide.openResourceProviders',
    defaultMessage: 'In the Azure portal, open the subscription, Resource providers.',
  },
  registerProvider: {
    id: 'policy.guide.registerProvider',
    defaultMessage: 'Register Microsoft.PowerPlatform.',
  },
  keyVaultAndKeyHeading: { id: 'policy.guide.keyVaultAndKeyHeading', defaultMessage: 'Key vault and key' },
  createVault: {
    id: 'policy.guide.createVault',
    defaultMessage: 'Create a key vault in a region of the environment’s geography, with purge protection and Azure role-based access.',
  },
  giveYourselfRole: {
    id: 'policy.guide.giveYourselfRole',
    defaultMessage: 'Give yourself Key Vault Crypto Officer on it.',
  },
  generateKey: {
    id: 'policy.guide.generateKey',
    defaultMessage: 'Under Keys, generate an RSA key of 2048 or 3072 bit.',
  },
  openTemplateEditor: {
    id: 'policy.guide.openTemplateEditor',
    defaultMessage: 'Open Deploy a custom template, Build your own template in the editor.',
  },
  pasteTemplate: {
    id: 'policy.guide.pasteTemplate',
    defaultMessage:
      'Paste a template with one resource of type Microsoft.PowerPlatform/enterprisePolicies, kind Encryption, with a system-assigned identity, your vault’s resource ID and your key’s name. Put every value in double quotes.',
  },
  setLocation: {
    id: 'policy.guide.setLocation',
    defaultMessage:
      'Set its location to the word for the environment’s geography, for example unitedstates or europe. An Azure region such as westeurope is not one. The location can’t be changed later.',
  },
  whereLocationsAreNamed: {
    id: 'policy.guide.whereLocationsAreNamed',
    defaultMessage: 'The check of the policy’s location on this page names the words that your subscription takes.',
  },
  deployTemplate: {
    id: 'policy.guide.deployTemplate',
    defaultMessage: 'Save, choose subscription and resource group, Review + create, Create.',
  },
  giveKeyAccess: {
    id: 'policy.guide.giveKeyAccess',
    defaultMessage: 'On the vault, give the policy the role Key Vault Crypto Service Encryption User.',
  },
  giveReader: {
    id: 'policy.guide.giveReader',
    defaultMessage: 'On the policy, give the Power Platform administrator the role Reader.',
  },
  waitAndCheck: { id: 'policy.guide.waitAndCheck', defaultMessage: 'Wait 5 minutes, then check again here.' },
  waitForRegistration: {
    id: 'policy.guide.waitForRegistration',
    defaultMessage: 'Azure registers the provider for the subscription. It takes a few minutes and touches nothing else.',
  },
  waitForAccess: {
    id: 'policy.guide.waitForAccess',
    defaultMessage:
      'The role is given. Until it counts everywhere the service could still be refused the key, and adding the environment would fail hours later. Waiting costs five minutes.',
  },
  editorHeading: {
    id: 'policy.pitfalls.editorHeading',
    defaultMessage: 'The template editor does not take the text',
  },
  editor: {
    id: 'policy.pitfalls.editor',
    defaultMessage:
      'In manual steps, every placeholder has to be replaced and every value to stand in double quotes. The scripts that the wizard writes are complete.',
  },
  switchedHeading: {
    id: 'policy.pitfalls.switchedHeading',
    defaultMessage: 'The vault is switched from access policies to roles',
  },
  switched: {
    id: 'policy.pitfalls.switched',
    defaultMessage:
      'From that moment its access policies count for nothing, and every environment on the key goes offline. Give the role first, then switch.',
  },
  recoveredHeading: {
    id: 'policy.pitfalls.recoveredHeading',
    defaultMessage: 'Environments stay locked after a vault was recovered',
  },
  recovered: {
    id: 'policy.pitfalls.recovered',
    defaultMessage:
      'Roles on a vault are lost when it is deleted and do not come back with it. Give them again, then re-enable each environment.',
  },
  subscriptionHeading: { id: 'policy.guide.subscriptionHeading', defaultMessage: 'Subscription' },
  policyHeading: { id: 'policy.guide.policyHeading', defaultMessage: 'Policy' },
  accessHeading: { id: 'policy.guide.accessHeading', defaultMessage: 'Access' },
  registrationHeading: { id: 'policy.guide.registrationHeading', defaultMessage: 'Registration' },
  partVault: { id: 'policy.guide.partVault', defaultMessage: 'Key vault' },
  partKey: { id: 'policy.guide.partKey', defaultMessage: 'Key' },
  partAccess: { id: 'policy.guide.partAccess', defaultMessage: 'Access to the vault' },
  partReader: { id: 'policy.guide.partReader', defaultMessage: 'Reader for the admin' },
})
