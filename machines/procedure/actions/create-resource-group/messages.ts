import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages('action.createResourceGroup', {
  why: { id: 'scripts.reason.createResourceGroup', defaultMessage: 'The policy needs a resource group.' },
  title: 'Create the resource group {name}',
  after: 'Exists in {location}',
  afterTagged: 'Exists in {location}. Tags: {tags}',
  undo: 'Yes, while it’s empty',
})
