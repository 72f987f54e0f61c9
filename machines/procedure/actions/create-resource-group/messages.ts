import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  title: { id: 'action.createResourceGroup.title', defaultMessage: 'Create the resource group {name} in {location}' },
  after: { id: 'action.createResourceGroup.after', defaultMessage: 'Exists in {location}' },
  undo: { id: 'action.createResourceGroup.undo', defaultMessage: 'Yes, while it’s empty' },
})
