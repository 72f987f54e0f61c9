import { asked } from '../../engine/wizard/step-asks.ts'
import { defineMessages } from '../../messages/message.ts'

export const kinds = defineMessages('keyMap.kind', {
  app: 'Finance and operations',
  integration: 'Integration',
  environment: 'Power Platform environment',
  membership: 'Membership',
  policy: 'Enterprise policy',
  access: 'Access',
  key: 'Key vault · key',
  keyInHsm: 'Managed HSM · key',
})

export const states = {
  ...defineMessages('keyMap.state', {
    'action-required': { id: 'keyMap.state.actionRequired', defaultMessage: 'Action required' },
    failed: { id: 'keyMap.state.failed', defaultMessage: 'Failed', description: 'Of the line between environment and policy' },
    confirm: 'Confirm',
    running: 'Running',
    planned: 'Planned',
    missing: 'Missing',
    checked: {
      id: 'keyMap.state.checked',
      defaultMessage: 'Checked',
      description: 'It’s in order, but the step that proves it isn’t done yet',
    },
    verified: 'Verified',
  }),
  'not-checked': asked.notChecked,
}

/** Replaces "Running", which would read as "is up". */
export const running = defineMessages('keyMap.running', {
  encrypting: 'Encrypting',
  changingKey: 'Changing key',
  registering: 'Registering',
  creating: 'Creating',
  changing: 'Changing',
  encrypted: {
    id: 'keyMap.running.encrypted',
    defaultMessage: 'Encrypted',
    description: 'On the closed lock, once all seven are verified',
  },
})

/** Confirmed by a person, because services didn't let the account read it. */
export const { onWord } = defineMessages('keyMap', { onWord: 'Confirmed' })

export const sentences = defineMessages('keyMap.sentence', {
  nothing: 'Nothing is connected yet',
  'not-checked': { id: 'keyMap.sentence.notChecked', defaultMessage: 'Not checked yet' },
  'not-connected': { id: 'keyMap.sentence.notConnected', defaultMessage: 'Your key isn’t connected yet' },
  ready: 'Ready to connect your key',
  encrypting: 'Microsoft is encrypting with your key',
  leaving: 'Microsoft is taking the environment off your key',
  failed: 'Encryption failed at Microsoft',
  encrypted: 'Encrypted with your key',
  linked: 'Linked to your policy',
  connected: { id: 'keyMap.sentence.inPolicy', defaultMessage: 'Linked to {policy}, but not everything is verified' },
  unnamed: { id: 'keyMap.sentence.inUnnamedPolicy', defaultMessage: 'Linked to a policy that Power Platform doesn’t name' },
  'other-policy': { id: 'keyMap.sentence.otherPolicy', defaultMessage: 'Connected to another policy: {policy}' },
  locked: 'Locked: the key can’t be used',
  // The key's state is unknown, or it works again.
  lockedStill: 'Locked until it’s re-enabled',
})

export const counts = defineMessages('keyMap.counts', {
  list: { id: 'keyMap.counts.list', defaultMessage: '{counts}', description: 'A list, for example: 1 action required, 2 to confirm' },
  outage: 'Users are offline for part of this time',
  rotating: {
    id: 'keyMap.counts.rotating',
    defaultMessage: 'New version taking effect',
    description: 'Of the key, beside the map’s sentence',
  },
})

export const cards = defineMessages('keyMap.card', {
  notChosen: 'Not chosen yet',
  notFound: 'Not found',
  notCreated: 'Not created yet',
  notRead: 'Not checked yet',
  notReadHere: {
    id: 'keyMap.card.notReadHere',
    defaultMessage: 'Not read with this account',
    description: 'On a card, where another person’s word on it was confirmed',
  },
  createdInStep: 'Step {number} creates it',
  chosenInStep: 'You choose it in step {number}',
  noKey: 'No key yet',
  offline: 'Offline for part of up to 4 days',
  offlineUnbounded: 'Offline for part of the time; Microsoft states no limit',
  offlinePlanned: 'Planned: offline for part of up to 4 days',
  mayBeOffline: 'Users may be offline',
  offlineUnboundedPlanned: 'Planned: offline; Microsoft states no limit',
  lockedFor: 'Offline for users. Deletion {days, plural, one {# day} other {# days}} after the lock',
  lockedUntil: 'Offline for users. Deletion by {at, date, ::yMMMd}',
  lifecycleServices: 'Managed in Lifecycle Services',
  unified: 'Unified environment',
  cloudHosted: 'Cloud-hosted environment',
  dataverse: 'Linked in Dataverse',
  production: 'Production',
  sandbox: 'Sandbox',
  noDataverse: 'No Dataverse yet',
  managedIdentity: 'Managed identity',
  keyUntil: '{type} · until {expires, date, ::yMMMd}',
  keyWithoutEnd: '{type} · no expiration date',
})

export const questions = defineMessages('keyMap.question', {
  app: 'What is finance and operations here?',
  integration: 'What is the integration?',
  environment: 'What is a Power Platform environment?',
  membership: 'What does membership mean?',
  policy: 'What is an enterprise policy?',
  access: 'What is key access?',
  key: 'What are the key store and the key?',
})

export const answers = defineMessages('keyMap.answer', {
  app: 'The ERP app your users work in. Your key encrypts it together with the Power Platform environment it’s linked to.',
  integration: 'The link between finance and operations and its Power Platform environment. Your key reaches the ERP data only through it.',
  environment: 'It holds the Dataverse database and the linked app. To encrypt it with your key, you add it to the enterprise policy.',
  membership:
    'An environment you add to an enterprise policy is a member of it. Adding it starts the encryption, and users are offline for part of that time.',
  policy: 'It names your key. Power Platform reads the key with the policy’s own identity, which needs access to the key store.',
  access:
    'A role assignment or an access policy on the key store that lets the enterprise policy’s identity use your key. Without it, all environments on the policy go offline.',
  key: 'Your key stays in a key vault or Managed HSM in your own Azure subscription. With purge protection, no one can delete it permanently before the retention period ends.',
})

export const facts = defineMessages('keyMap.fact', {
  address: 'Address',
  name: 'Name',
  environmentId: 'Environment ID',
  resourceId: 'Resource ID',
  keyId: 'Key ID',
  vaultId: 'Key vault ID',
  policyId: 'Policy ID',
  provedBy: 'Checked in',
  step: 'Step {number}: {title}',
  lastCheck: 'Last check',
  beforeChange: 'Before the change {at, date, moment}',
  onWord: 'Based on',
  aPerson: 'Someone’s confirmation',
})
