import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages('action.createPolicy', {
  why: {
    id: 'scripts.reason.createPolicy',
    defaultMessage: 'The policy names the key without its version, so it follows key rotation.',
  },
  title: 'Create the enterprise policy {name} in {location}',
  after: 'Encryption policy that uses the latest version of the key {keyName}',
  afterTagged: 'Encryption policy that uses the latest version of the key {keyName}. Tags: {tags}',
  undo: 'Until an environment is added',
  f502Meaning:
    'Azure doesn’t accept this location for a policy. Between editions of Microsoft’s article, two words seem to have been renamed: southamerica to brazil, and unitedarabemirates to uae.',
  f502Remedy: 'Check again so the wizard reads the locations in this subscription. If this continues, ask Microsoft about the region.',
  f504Meaning: 'The policy exists and environments use it, so you can’t change or delete it.',
  f504Remedy: 'Choose another name for a new policy, or use this one as is.',
})
