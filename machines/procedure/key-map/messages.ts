import { asked } from '../../engine/wizard/step-asks.ts'
import { defineMessages } from '../../messages/message.ts'

export const kinds = defineMessages({
  app: { id: 'keyMap.kind.app', defaultMessage: 'Finance and operations' },
  integration: { id: 'keyMap.kind.integration', defaultMessage: 'Integration' },
  environment: { id: 'keyMap.kind.environment', defaultMessage: 'Power Platform environment' },
  membership: { id: 'keyMap.kind.membership', defaultMessage: 'Membership' },
  policy: { id: 'keyMap.kind.policy', defaultMessage: 'Enterprise policy' },
  access: { id: 'keyMap.kind.access', defaultMessage: 'Access' },
  key: { id: 'keyMap.kind.key', defaultMessage: 'Key vault · key' },
  keyInHsm: { id: 'keyMap.kind.keyInHsm', defaultMessage: 'Managed HSM · key' },
})

export const states = {
  ...defineMessages({
    'action-required': { id: 'keyMap.state.actionRequired', defaultMessage: 'Action required' },
    confirm: { id: 'keyMap.state.confirm', defaultMessage: 'Confirm' },
    running: { id: 'keyMap.state.running', defaultMessage: 'Running' },
    planned: { id: 'keyMap.state.planned', defaultMessage: 'Planned' },
    missing: { id: 'keyMap.state.missing', defaultMessage: 'Missing' },
    checked: {
      id: 'keyMap.state.checked',
      defaultMessage: 'Checked',
      description: 'It’s in order, but the step that proves it isn’t done yet',
    },
    verified: { id: 'keyMap.state.verified', defaultMessage: 'Verified' },
  }),
  'not-checked': asked.notChecked,
}

/** What runs, where "Running" would read as "is up". */
export const running = defineMessages({
  encrypting: { id: 'keyMap.running.encrypting', defaultMessage: 'Encrypting' },
  changingKey: { id: 'keyMap.running.changingKey', defaultMessage: 'Changing key' },
  rotating: { id: 'keyMap.running.rotating', defaultMessage: 'Rotating' },
  registering: { id: 'keyMap.running.registering', defaultMessage: 'Registering' },
  changing: { id: 'keyMap.running.changing', defaultMessage: 'Changing' },
  encrypted: {
    id: 'keyMap.running.encrypted',
    defaultMessage: 'Encrypted',
    description: 'On the closed lock, once all seven are verified',
  },
})

export const sentences = defineMessages({
  nothing: { id: 'keyMap.sentence.nothing', defaultMessage: 'Nothing is connected yet' },
  'not-connected': { id: 'keyMap.sentence.notConnected', defaultMessage: 'Your key isn’t connected yet' },
  ready: { id: 'keyMap.sentence.ready', defaultMessage: 'Ready to connect your key' },
  encrypting: { id: 'keyMap.sentence.encrypting', defaultMessage: 'Microsoft is encrypting with your key' },
  leaving: { id: 'keyMap.sentence.leaving', defaultMessage: 'Microsoft is taking the environment off your key' },
  encrypted: { id: 'keyMap.sentence.encrypted', defaultMessage: 'Encrypted with your key' },
  linked: { id: 'keyMap.sentence.linked', defaultMessage: 'Linked to your policy' },
  connected: { id: 'keyMap.sentence.connected', defaultMessage: 'Your key is connected, but not everything is verified' },
  locked: { id: 'keyMap.sentence.locked', defaultMessage: 'Locked: the key can’t be used' },
})

export const counts = defineMessages({
  list: { id: 'keyMap.counts.list', defaultMessage: '{counts}', description: 'A list, for example: 1 action required, 2 to confirm' },
  outage: { id: 'keyMap.counts.outage', defaultMessage: 'Users are offline for part of this time' },
})

export const cards = defineMessages({
  notChosen: { id: 'keyMap.card.notChosen', defaultMessage: 'Not chosen yet' },
  notFound: { id: 'keyMap.card.notFound', defaultMessage: 'Not found' },
  notCreated: { id: 'keyMap.card.notCreated', defaultMessage: 'Not created yet' },
  notRead: { id: 'keyMap.card.notRead', defaultMessage: 'Not checked yet' },
  createdInStep: { id: 'keyMap.card.createdInStep', defaultMessage: 'Step {number} creates it' },
  chosenInStep: { id: 'keyMap.card.chosenInStep', defaultMessage: 'Chosen in step {number}' },
  noKey: { id: 'keyMap.card.noKey', defaultMessage: 'No key yet' },
  offline: { id: 'keyMap.card.offline', defaultMessage: 'Offline for part of up to 4 days' },
  lockedFor: {
    id: 'keyMap.card.lockedFor',
    defaultMessage: 'Offline for users. Deletion {days, plural, one {# day} other {# days}} after the lock',
  },
  lockedUntil: { id: 'keyMap.card.lockedUntil', defaultMessage: 'Offline for users. Deletion by {at, date, ::yMMMd}' },
  lifecycleServices: { id: 'keyMap.card.lifecycleServices', defaultMessage: 'Linked in Lifecycle Services' },
  unified: { id: 'keyMap.card.unified', defaultMessage: 'Unified environment' },
  cloudHosted: { id: 'keyMap.card.cloudHosted', defaultMessage: 'Cloud-hosted environment' },
  dataverse: { id: 'keyMap.card.dataverse', defaultMessage: 'Linked in Dataverse' },
  production: { id: 'keyMap.card.production', defaultMessage: 'Production' },
  sandbox: { id: 'keyMap.card.sandbox', defaultMessage: 'Sandbox' },
  noDataverse: { id: 'keyMap.card.noDataverse', defaultMessage: 'No Dataverse yet' },
  managedIdentity: { id: 'keyMap.card.managedIdentity', defaultMessage: 'Managed identity' },
  keyUntil: { id: 'keyMap.card.keyUntil', defaultMessage: '{type} · until {expires, date, ::yMMM}' },
  keyWithoutEnd: { id: 'keyMap.card.keyWithoutEnd', defaultMessage: '{type} · no expiration date' },
})

export const questions = defineMessages({
  app: { id: 'keyMap.question.app', defaultMessage: 'What is finance and operations here?' },
  integration: { id: 'keyMap.question.integration', defaultMessage: 'What is the integration?' },
  environment: { id: 'keyMap.question.environment', defaultMessage: 'What is a Power Platform environment?' },
  membership: { id: 'keyMap.question.membership', defaultMessage: 'What does membership mean?' },
  policy: { id: 'keyMap.question.policy', defaultMessage: 'What is an enterprise policy?' },
  access: { id: 'keyMap.question.access', defaultMessage: 'What is key access?' },
  key: { id: 'keyMap.question.key', defaultMessage: 'What are the key vault and the key?' },
})

export const answers = defineMessages({
  app: {
    id: 'keyMap.answer.app',
    defaultMessage: 'The ERP app your users work in. Your key encrypts it together with the Power Platform environment it’s linked to.',
  },
  integration: {
    id: 'keyMap.answer.integration',
    defaultMessage:
      'The link between finance and operations and its Power Platform environment. Your key reaches the ERP data only through it.',
  },
  environment: {
    id: 'keyMap.answer.environment',
    defaultMessage: 'It holds the Dataverse database and the linked app. To encrypt it with your key, you add it to the enterprise policy.',
  },
  membership: {
    id: 'keyMap.answer.membership',
    defaultMessage:
      'An environment you add to an enterprise policy is a member of it. Adding it starts the encryption, and users are offline for part of that time.',
  },
  policy: {
    id: 'keyMap.answer.policy',
    defaultMessage: 'It names your key. Power Platform reads the key with the policy’s own identity, which needs access to the key vault.',
  },
  access: {
    id: 'keyMap.answer.access',
    defaultMessage:
      'A role assignment or an access policy on the key vault that lets the enterprise policy’s identity use your key. Without it, all environments on the policy go offline.',
  },
  key: {
    id: 'keyMap.answer.key',
    defaultMessage:
      'Your key stays in a key vault in your own Azure subscription. With purge protection, no one can delete it permanently.',
  },
})

export const facts = defineMessages({
  address: { id: 'keyMap.fact.address', defaultMessage: 'Address' },
  name: { id: 'keyMap.fact.name', defaultMessage: 'Name' },
  environmentId: { id: 'keyMap.fact.environmentId', defaultMessage: 'Environment ID' },
  resourceId: { id: 'keyMap.fact.resourceId', defaultMessage: 'Resource ID' },
  keyId: { id: 'keyMap.fact.keyId', defaultMessage: 'Key ID' },
  vaultId: { id: 'keyMap.fact.vaultId', defaultMessage: 'Key vault ID' },
  policyId: { id: 'keyMap.fact.policyId', defaultMessage: 'Policy ID' },
  provedBy: { id: 'keyMap.fact.provedBy', defaultMessage: 'Checked in' },
  step: { id: 'keyMap.fact.step', defaultMessage: 'Step {number}: {title}' },
  onWord: { id: 'keyMap.fact.onWord', defaultMessage: 'Based on' },
  aPerson: { id: 'keyMap.fact.aPerson', defaultMessage: 'Someone’s confirmation' },
})
