import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  title: { id: 'action.createPolicy.title', defaultMessage: 'Create the enterprise policy {name} in {location}' },
  after: { id: 'action.createPolicy.after', defaultMessage: 'Encryption policy that uses the latest version of the key {keyName}' },
  undo: { id: 'action.createPolicy.undo', defaultMessage: 'Until an environment is added' },
  f301Meaning: {
    id: 'action.createPolicy.f301Meaning',
    defaultMessage: 'The subscription is not registered for Power Platform, or the registration has not reached every server yet.',
  },
  f301Remedy: {
    id: 'action.createPolicy.f301Remedy',
    defaultMessage: 'Check again: the registration is then part of the plan. If it says Registered, wait some minutes and apply the rest.',
  },
  f502Meaning: {
    id: 'action.createPolicy.f502Meaning',
    defaultMessage:
      'Azure does not take this location for a policy. Two words changed between editions of Microsoft’s article: brazil was southamerica, uae was unitedarabemirates.',
  },
  f502Remedy: {
    id: 'action.createPolicy.f502Remedy',
    defaultMessage:
      'Check again, so that the wizard reads the locations this subscription offers. If it stays, ask Microsoft about the region.',
  },
  f504Meaning: {
    id: 'action.createPolicy.f504Meaning',
    defaultMessage: 'The policy exists and environments use it. Such a policy can be neither changed nor deleted.',
  },
  f504Remedy: { id: 'action.createPolicy.f504Remedy', defaultMessage: 'Choose another name for a new policy, or use this one as it is.' },
})
