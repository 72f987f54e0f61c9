import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  why: {
    id: 'scripts.reason.createPolicy',
    defaultMessage: 'The policy names the key without its version, so it follows key rotation.',
  },
  title: { id: 'action.createPolicy.title', defaultMessage: 'Create the enterprise policy {name} in {location}' },
  after: { id: 'action.createPolicy.after', defaultMessage: 'Encryption policy that uses the latest version of the key {keyName}' },
  afterTagged: {
    id: 'action.createPolicy.afterTagged',
    defaultMessage: 'Encryption policy that uses the latest version of the key {keyName}. Tags: {tags}',
  },
  undo: { id: 'action.createPolicy.undo', defaultMessage: 'Until an environment is added' },
  f301Meaning: {
    id: 'action.createPolicy.f301Meaning',
    defaultMessage: 'The subscription isn’t registered for Power Platform, or the registration isn’t in effect everywhere yet.',
  },
  f301Remedy: {
    id: 'action.createPolicy.f301Remedy',
    defaultMessage:
      'Check again to add the registration to the plan. If it already says Registered, wait a few minutes and apply the rest.',
  },
  f502Meaning: {
    id: 'action.createPolicy.f502Meaning',
    defaultMessage:
      'Azure doesn’t accept this location for a policy. Two words changed between editions of Microsoft’s article: brazil was southamerica, uae was unitedarabemirates.',
  },
  f502Remedy: {
    id: 'action.createPolicy.f502Remedy',
    defaultMessage:
      'Check again so the wizard reads the locations in this subscription. If this continues, ask Microsoft about the region.',
  },
  f504Meaning: {
    id: 'action.createPolicy.f504Meaning',
    defaultMessage: 'The policy exists and environments use it, so you can’t change or delete it.',
  },
  f504Remedy: { id: 'action.createPolicy.f504Remedy', defaultMessage: 'Choose another name for a new policy, or use this one as is.' },
})
