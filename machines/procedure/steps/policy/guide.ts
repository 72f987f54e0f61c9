import { actionMessages } from '../../actions/messages.ts'
import { CHOOSE_POLICY } from '../../choosing.ts'
import type { Guide } from '../../guide.ts'
import { messages } from './guide-messages.ts'
import { policyPitfalls } from './pitfalls.ts'

export const policyGuide: Guide = {
  title: messages.guide.title,
  short: messages.guide.short,
  outcome: messages.guide.outcome,
  what: messages.guide.what,
  why: messages.guide.why,
  happens: messages.guide.happens,
  who: ['key-vault-administrator'],
  takes: actionMessages.fewMinutes,
  whySections: [
    {
      heading: messages.guide.aboutPolicyHeading,
      text: messages.guide.aboutPolicy,
    },
    {
      heading: messages.guide.aboutPurgeProtectionHeading,
      text: messages.guide.aboutPurgeProtection,
    },
    {
      heading: messages.guide.whoDoesThisHeading,
      text: messages.guide.whoDoesThis,
    },
    {
      heading: messages.guide.aboutContributorHeading,
      text: messages.guide.aboutContributor,
    },
  ],
  byHand: [
    {
      heading: messages.guide.subscriptionHeading,
      clicks: [messages.guide.openResourceProviders, messages.guide.registerProvider],
      link: 'azure-resource-providers',
    },
    {
      heading: messages.guide.keyVaultAndKeyHeading,
      clicks: [messages.guide.createVault, messages.guide.giveYourselfRole, messages.guide.generateKey],
      link: 'azure-vaults',
    },
    {
      heading: messages.guide.policyHeading,
      clicks: [
        messages.guide.openTemplateEditor,
        messages.guide.pasteTemplate,
        messages.guide.setLocation,
        messages.guide.whereLocationsAreNamed,
        messages.guide.deployTemplate,
      ],
      link: 'azure-template',
    },
    {
      heading: messages.guide.accessHeading,
      clicks: [messages.guide.giveKeyAccess, messages.guide.giveReader, messages.guide.waitAndCheck],
      link: 'azure-policy',
    },
  ],
  whileYouWait: [
    {
      heading: messages.guide.registrationHeading,
      text: messages.guide.waitForRegistration,
      during: 'provider-registration',
    },
    {
      heading: messages.guide.accessHeading,
      text: messages.guide.waitForAccess,
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
    { part: 'subscription', title: messages.guide.subscriptionHeading, proof: ['provider-registered'] },
    { part: 'vault', title: messages.guide.partVault, proof: ['vault-readable'] },
    { part: 'key', title: messages.guide.partKey, proof: ['key-readable', 'key-within-network'] },
    { part: 'policy', title: messages.guide.policyHeading, proof: ['policy-readable'] },
    { part: 'access', title: messages.guide.partAccess, proof: ['key-access'] },
    { part: 'reader', title: messages.guide.partReader, proof: ['reader-on-policy'] },
  ],
  choice: CHOOSE_POLICY,
}
