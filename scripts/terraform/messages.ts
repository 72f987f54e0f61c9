import { defineMessages } from '../../machines/messages/message.ts'

export const terraformMessages = defineMessages({
  run: {
    id: 'scripts.terraform.run',
    defaultMessage:
      'Run "terraform init", check what would change with "terraform plan", then "terraform apply". Repeating it changes nothing.',
  },
  existing: {
    id: 'scripts.terraform.existing',
    defaultMessage:
      'What was created outside of it is not in its state: Terraform then says that it exists, and it can be taken over with "terraform import".',
  },
  left: {
    id: 'scripts.terraform.left',
    defaultMessage: 'Not in this file, because Terraform cannot do it. The Azure CLI script of this plan does:',
  },
  unknownCloud: {
    id: 'scripts.terraform.unknownCloud',
    defaultMessage: 'This cloud has no name in Terraform: tell the provider where {cloud} is before you run this.',
  },
  nothingUnasked: {
    id: 'scripts.terraform.nothingUnasked',
    defaultMessage: 'Registers nothing unasked, and does not bring back a deleted vault of the same name unasked.',
  },
  signIn: { id: 'scripts.terraform.signIn', defaultMessage: 'Uses the sign-in of Azure CLI: az login.' },
  oneSetting: {
    id: 'scripts.terraform.oneSetting',
    defaultMessage: 'A PATCH of this one setting: everything else of the vault stays as it is.',
  },
  identityKnown: {
    id: 'scripts.terraform.identityKnown',
    defaultMessage: 'The directory knows the identity of a new policy after up to a minute and a half.',
  },
  identity: { id: 'scripts.terraform.identity', defaultMessage: 'Who the policy is in the directory.' },
  assignmentName: {
    id: 'scripts.terraform.assignmentName',
    defaultMessage: 'Its name is the one the wizard itself gives this assignment.',
  },
  everySetting: {
    id: 'scripts.terraform.everySetting',
    defaultMessage: 'The provider wants every setting: these leave makers as free as they were. Set your own if you have any.',
  },
  accessInEffect: {
    id: 'scripts.terraform.accessInEffect',
    defaultMessage:
      'New access takes effect everywhere after up to 5 minutes; adding the environment earlier cuts users off and then fails.',
  },
  systemId: { id: 'scripts.terraform.systemId', defaultMessage: 'The name under which Power Platform knows the policy.' },
  startsAgain: {
    id: 'scripts.terraform.startsAgain',
    defaultMessage:
      'If the operation fails, the provider starts it again without end, and each time cuts users off: watch it, and interrupt it then.',
  },
})
