import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  why: { id: 'scripts.reason.createResourceGroup', defaultMessage: 'The policy needs a resource group.' },
  title: { id: 'action.createResourceGroup.title', defaultMessage: 'Create the resource group {name}' },
  after: { id: 'action.createResourceGroup.after', defaultMessage: 'Exists in {location}' },
  afterTagged: { id: 'action.createResourceGroup.afterTagged', defaultMessage: 'Exists in {location}. Tags: {tags}' },
  undo: { id: 'action.createResourceGroup.undo', defaultMessage: 'Yes, while it’s empty' },
})
