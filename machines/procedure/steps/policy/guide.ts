import { defineMessages } from '#machines/messages/message.ts'
import { actionMessages } from '../../actions/messages.ts'
import { CHOOSE_POLICY } from '../../choosing.ts'
import { type Guide, openingOf } from '../../guide.ts'
import { policyPitfalls } from './pitfalls.ts'

const messages = defineMessages('policy.guide', {
  short: 'Create the policy',
  title: 'Create the enterprise policy',
  outcome: 'The policy is created and can use the key',
  after: {
    goOn: 'Continue: create the policy',
    next: 'Next, you choose where to keep your key. Nothing is changed before you confirm it.',
  },
  what: 'Choose where to keep your key',
  why: 'Power Platform can use your key only through a policy that has access to it.',
  happens: 'We create what’s missing. Nothing is encrypted, and there’s no downtime.',
  aboutPolicyHeading: 'What is an enterprise policy?',
  aboutPolicy:
    'An Azure resource that names a key vault and a key. The service reads the key with the policy’s own identity, which needs access to the key vault.',
  aboutPurgeProtectionHeading: 'Why purge protection?',
  aboutPurgeProtection:
    'If the key is permanently deleted, everything encrypted with it is lost. Purge protection prevents that during the retention period, even for an owner. You can’t turn it off.',
  whoDoesThisHeading: 'Who should do this?',
  whoDoesThis:
    'Microsoft recommends two people: a key vault owner without admin center access, and a Power Platform admin. One person with both roles can lock every environment on the key.',
  aboutContributorHeading: 'Why isn’t Contributor enough?',
  aboutContributor:
    'A Contributor can create the key vault and the policy, but can’t assign roles or, with Azure RBAC, create keys. You also need Owner or User Access Administrator, and Key Vault Crypto Officer.',
  openResourceProviders: 'In the Azure portal, go to the subscription > Resource providers.',
  registerProvider: 'Register Microsoft.PowerPlatform.',
  keyVaultAndKeyHeading: 'Key vault and key',
  createVault: 'Create a key vault in an Azure region of the environment’s geography, with purge protection and Azure RBAC.',
  giveYourselfRole: 'Assign yourself Key Vault Crypto Officer on it.',
  generateKey: 'Under Keys, generate a 2048-bit or 3072-bit RSA key.',
  openTemplateEditor: 'In the Azure portal, go to Deploy a custom template > Build your own template in the editor.',
  pasteTemplate:
    'Paste a template with one resource: type Microsoft.PowerPlatform/enterprisePolicies, kind Encryption, a system-assigned identity, your vault’s resource ID, and your key’s name. Put every value in double quotes.',
  setLocation:
    'Set its location to the word for the environment’s geography, such as unitedstates or europe, not an Azure region such as westeurope. You can’t change it later.',
  whereLocationsAreNamed: 'The policy location check on this page lists the words your subscription accepts.',
  deployTemplate: 'Select Save, choose a subscription and resource group, then select Review + create > Create.',
  giveKeyAccess: 'On the key vault, assign Key Vault Crypto Service Encryption User to the policy.',
  giveReader: 'On the policy, assign Reader to the Power Platform admin.',
  waitAndCheck: 'Wait 5 minutes, then check again here.',
  waitForRegistration: 'Azure is registering the provider for the subscription. It takes a few minutes and affects nothing else.',
  waitForAccess:
    'The role is assigned but isn’t in effect everywhere yet. If you continue too early, adding the environment could fail hours later. Wait five minutes.',
  subscriptionHeading: 'Subscription',
  policyHeading: 'Policy',
  accessHeading: 'Access',
  registrationHeading: 'Registration',
  partVault: 'Key store',
  partKey: 'Key',
  partAccess: 'Access to the key',
  partReader: 'Reader for the admin',
})

export const policyGuide: Guide = {
  ...openingOf(messages),
  after: messages.after,
  who: ['key-vault-administrator'],
  takes: actionMessages.fewMinutes,
  whySections: [
    { heading: messages.aboutPolicyHeading, text: messages.aboutPolicy },
    { heading: messages.aboutPurgeProtectionHeading, text: messages.aboutPurgeProtection },
    { heading: messages.whoDoesThisHeading, text: messages.whoDoesThis },
    { heading: messages.aboutContributorHeading, text: messages.aboutContributor },
  ],
  byHand: [
    {
      heading: messages.subscriptionHeading,
      clicks: [messages.openResourceProviders, messages.registerProvider],
      link: 'azure-resource-providers',
    },
    {
      heading: messages.keyVaultAndKeyHeading,
      clicks: [messages.createVault, messages.giveYourselfRole, messages.generateKey],
      link: 'azure-vaults',
    },
    {
      heading: messages.policyHeading,
      clicks: [
        messages.openTemplateEditor,
        messages.pasteTemplate,
        messages.setLocation,
        messages.whereLocationsAreNamed,
        messages.deployTemplate,
      ],
      link: 'azure-template',
    },
    {
      heading: messages.accessHeading,
      clicks: [messages.giveKeyAccess, messages.giveReader, messages.waitAndCheck],
      link: 'azure-policy',
    },
  ],
  whileYouWait: [
    {
      heading: messages.registrationHeading,
      text: messages.waitForRegistration,
      during: 'provider-registration',
    },
    {
      heading: messages.accessHeading,
      text: messages.waitForAccess,
      during: 'access-spreading',
    },
  ],
  waits: ['policy-identity', 'role-assignment'],
  pitfalls: policyPitfalls,
  contradictions: ['key-size', 'vault-network', 'managed-hsm', 'locations', 'number-of-policies', 'policy-deletion'],
  sources: [
    'power-platform-keys',
    'soft-delete',
    'vault-network',
    'private-link',
    'hsm-key-import',
    'private-dns-zones',
    'vault-roles',
    'managed-hsm-roles',
    'managed-hsm-activation',
    'lock-unlock',
    'resource-locks',
    'key-rotation',
    'vault-logging',
    'vault-event-grid',
    'enterprise-policy-scripts',
    'terraform-provider',
  ],
  parts: [
    { part: 'subscription', title: messages.subscriptionHeading, proof: ['provider-registered'] },
    { part: 'vault', title: messages.partVault, proof: ['vault-readable'] },
    { part: 'key', title: messages.partKey, proof: ['key-readable', 'key-within-network'] },
    { part: 'policy', title: messages.policyHeading, proof: ['policy-readable'] },
    { part: 'access', title: messages.partAccess, proof: ['key-access'] },
    { part: 'reader', title: messages.partReader, proof: ['reader-on-policy'] },
  ],
  choice: CHOOSE_POLICY,
}
