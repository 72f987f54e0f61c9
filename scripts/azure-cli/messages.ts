import { defineMessages } from '../../machines/messages/message.ts'

export const azureCliMessages = defineMessages({
  usage: { id: 'scripts.azureCli.usage', defaultMessage: 'Usage: bash FILE [--show | --yes], signed in with az login.' },
  usageForEach: {
    id: 'scripts.azureCli.usageForEach',
    defaultMessage: 'Usage: bash FILE [--show | --yes] [--only ENVIRONMENT], signed in with az login.',
  },
  address: {
    id: 'scripts.azureCli.address',
    defaultMessage:
      'The address of the Power Platform administration API. Azure itself is where az is signed in: a cloud that it knows, or one registered with "az cloud register".',
  },
  variable: {
    id: 'scripts.azureCli.variable',
    defaultMessage: 'A variable of the same name with the prefix CMK_ overrides the value here.',
  },
})
