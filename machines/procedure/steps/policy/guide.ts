import type { Guide } from '../../../engine/step/guide.ts'
import { CHOOSE_POLICY } from '../../choosing.ts'
import { policyPitfalls } from './pitfalls.ts'

export const policyGuide: Guide = {
  title: 'Create the enterprise policy',
  outcome: 'The policy is created and allowed to use the key',
  what: 'Choose where your key lives and create the policy that lets Power Platform use it.',
  why: 'The policy ties one key to environments and has an identity of its own that may use the key. Nothing is encrypted yet: that is step 4.',
  whySections: [
    {
      heading: 'What is an enterprise policy?',
      text: 'An Azure resource that names a key vault and a key. The service reads the key as the policy’s own identity, so that identity needs access to the vault.',
    },
    {
      heading: 'Why purge protection?',
      text: 'If the key is deleted for good, so is everything encrypted with it. Purge protection makes that impossible for the retention time, even for an owner. It cannot be turned off again.',
    },
    {
      heading: 'Who should do this?',
      text: 'Microsoft advises two people: one owns the key vault and has no access to the admin center, the other manages Power Platform. A single person who holds both roles can lock every environment on the key.',
    },
    {
      heading: 'Why is Contributor not enough?',
      text: 'A Contributor can create the vault and the policy, but may neither give roles nor, in a vault with Azure role-based access, create keys. That takes Owner or User Access Administrator, and Key Vault Crypto Officer.',
    },
  ],
  byHand: [
    {
      heading: 'Subscription',
      clicks: ['In the Azure portal, open the subscription, Resource providers.', 'Register Microsoft.PowerPlatform.'],
      link: 'azure-resource-providers',
    },
    {
      heading: 'Key vault and key',
      clicks: [
        'Create a key vault in a region of the environment’s geography, with purge protection and Azure role-based access.',
        'Give yourself Key Vault Crypto Officer on it.',
        'Under Keys, generate an RSA key of 2048 or 3072 bit.',
      ],
      link: 'azure-vaults',
    },
    {
      heading: 'Policy',
      clicks: [
        'Open Deploy a custom template, Build your own template in the editor.',
        'Paste a template with one resource of type Microsoft.PowerPlatform/enterprisePolicies, kind Encryption, with a system-assigned identity, your vault’s resource id and your key’s name. Every value stands in double quotes.',
        'Set its location to the word for the environment’s geography, for example unitedstates or europe. An Azure region such as westeurope is not one. The location can’t be changed later.',
        'The check of the policy’s location on this page names the words that your subscription takes.',
        'Save, choose subscription and resource group, Review + create, Create.',
      ],
      link: 'azure-template',
    },
    {
      heading: 'Access',
      clicks: [
        'On the vault, give the policy the role Key Vault Crypto Service Encryption User.',
        'On the policy, give the Power Platform administrator the role Reader.',
        'Wait 5 minutes, then check again here.',
      ],
      link: 'azure-policy',
    },
  ],
  whileYouWait: [
    {
      heading: 'Registration',
      text: 'Azure registers the provider for the subscription. It takes a few minutes and touches nothing else.',
      during: 'provider-registration',
    },
    {
      heading: 'Access',
      text: 'The role is given. Until it counts everywhere the service could still be refused the key, and adding the environment would fail hours later. Waiting costs five minutes.',
      during: 'access-spreading',
    },
  ],
  waits: ['policy-identity', 'role-assignment'],
  pitfalls: policyPitfalls,
  contradictions: ['key-size', 'vault-network', 'locations', 'number-of-policies', 'policy-deletion'],
  sources: [
    'power-platform-keys',
    'soft-delete',
    'vault-network',
    'vault-roles',
    'lock-unlock',
    'enterprise-policy-scripts',
    'terraform-provider',
  ],
  parts: [
    { part: 'subscription', title: 'Subscription', proof: ['provider-registered'] },
    { part: 'vault', title: 'Key vault', proof: ['vault-readable'] },
    { part: 'key', title: 'Key', proof: ['key-readable', 'key-within-network'] },
    { part: 'policy', title: 'Policy', proof: ['policy-readable'] },
    { part: 'access', title: 'Access to the vault', proof: ['key-access'] },
    { part: 'reader', title: 'Reader for the admin', proof: ['reader-on-policy'] },
  ],
  choice: CHOOSE_POLICY,
}
