import { actionMessages } from '../../actions/messages.ts'
import { CHOOSE_POLICY } from '../../choosing.ts'
import type { Guide } from '../../guide.ts'
import { messages } from './guide-messages.ts'
import { policyPitfalls } from './pitfalls.ts'

export const policyGuide: Guide = {
  title: messages.title,
  short: messages.short,
  outcome: messages.outcome,
  what: messages.what,
  why: messages.why,
  happens: messages.happens,
  who: ['key-vault-administrator'],
  takes: actionMessages.fewMinutes,
  whySections: [
    {
      heading: messages.aboutPolicyHeading,
      text: messages.aboutPolicy,
    },
    {
      heading: messages.aboutPurgeProtectionHeading,
      text: messages.aboutPurgeProtection,
    },
    {
      heading: messages.whoDoesThisHeading,
      text: messages.whoDoesThis,
    },
    {
      heading: messages.aboutContributorHeading,
      text: messages.aboutContributor,
    },
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
