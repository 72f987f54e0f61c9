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
      'Terraform does not know resources that were created elsewhere. It says that they exist; take them over with "terraform import".',
  },
  left: {
    id: 'scripts.terraform.left',
    defaultMessage: 'Not in this file, because Terraform cannot do it. The Azure CLI script of this plan does:',
  },
  unknownCloud: {
    id: 'scripts.terraform.unknownCloud',
    defaultMessage: 'Terraform has no name for this cloud. Tell the provider where {cloud} is before you run this.',
  },
  nothingUnasked: {
    id: 'scripts.terraform.nothingUnasked',
    defaultMessage: 'Does not register anything or recover a deleted key vault of the same name automatically.',
  },
  signIn: { id: 'scripts.terraform.signIn', defaultMessage: 'Uses the sign-in of Azure CLI: az login.' },
  oneSetting: {
    id: 'scripts.terraform.oneSetting',
    defaultMessage: 'A PATCH of this one setting. All other settings of the key vault stay as they are.',
  },
  identityKnown: {
    id: 'scripts.terraform.identityKnown',
    defaultMessage: 'The directory recognizes the identity of a new policy after up to a minute and a half.',
  },
  identity: { id: 'scripts.terraform.identity', defaultMessage: 'The identity of the policy in the directory.' },
  assignmentName: {
    id: 'scripts.terraform.assignmentName',
    defaultMessage: 'The wizard gives this assignment the same name.',
  },
  everySetting: {
    id: 'scripts.terraform.everySetting',
    defaultMessage: 'The provider requires every setting. These do not restrict makers any further. Set your own if you have any.',
  },
  accessInEffect: {
    id: 'scripts.terraform.accessInEffect',
    defaultMessage:
      'New access takes up to 5 minutes to take effect everywhere. Adding the environment earlier takes users offline and then fails.',
  },
  systemId: { id: 'scripts.terraform.systemId', defaultMessage: 'The name of the policy in Power Platform.' },
  startsAgain: {
    id: 'scripts.terraform.startsAgain',
    defaultMessage:
      'If the operation fails, the provider starts it again without end and takes users offline each time. Watch it, and interrupt it then.',
  },
})
