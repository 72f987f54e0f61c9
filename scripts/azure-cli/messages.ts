import { defineMessages } from '../../machines/messages/message.ts'

export const azureCliMessages = defineMessages({
  usage: { id: 'scripts.azureCli.usage', defaultMessage: 'Usage: bash FILE [--show | --yes], signed in with az login.' },
  address: {
    id: 'scripts.azureCli.address',
    defaultMessage:
      'Where the Power Platform administration API is. Azure itself is where az is signed in: a cloud known to it, or one registered with "az cloud register".',
  },
  variable: {
    id: 'scripts.azureCli.variable',
    defaultMessage: 'A variable of the same name with CMK_ before it takes precedence over what is set here.',
  },
})
