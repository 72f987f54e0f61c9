import { defineMessages } from '#machines/messages/message.ts'

export const azureCliMessages = defineMessages('scripts.azureCli', {
  usage: 'Usage: bash FILE [--show | --yes], signed in with az login.',
  usageForEach: 'Usage: bash FILE [--show | --yes] [--only ENVIRONMENT], signed in with az login.',
  tested: 'Tested with Azure CLI 2.74. Each request names the version of its interface, so no newer Azure CLI is needed.',
  deletes: '{happens} Way back: {back}',
  deletesWhat: 'Deletes what the wizard created, each only where it is still there:',
  deletedByHand: 'Not in this script, to be deleted by hand:',
  address:
    'The address of the Power Platform administration API. Azure itself is where az is signed in: a cloud that it knows, or one registered with "az cloud register".',
  variable: 'A variable of the same name with the prefix CMK_ overrides the value here.',
})
