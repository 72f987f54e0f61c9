import { defineMessages } from '#machines/messages/message.ts'

export const terraformMessages = defineMessages('scripts.terraform', {
  run: 'Run "terraform init", check what would change with "terraform plan", then "terraform apply". Repeating it changes nothing.',
  existing:
    'Terraform does not know resources that were created elsewhere. It says that they exist; take them over with "terraform import".',
  left: 'Not in this file, because Terraform cannot do it. The Azure CLI script of this plan does:',
  unknownCloud: 'Terraform has no name for this cloud. Tell the provider where {cloud} is before you run this.',
  nothingUnasked: 'Does not register anything or recover a deleted key vault of the same name automatically.',
  signIn: 'Uses the sign-in of Azure CLI: az login.',
  oneSetting: 'A PATCH of this one setting. All other settings of the key vault stay as they are.',
  identityKnown: 'The directory recognizes the identity of a new policy after up to a minute and a half.',
  identity: 'The identity of the policy in the directory.',
  assignmentName: 'The wizard gives this assignment the same name.',
  everySetting: 'The provider requires every setting. These do not restrict makers any further. Set your own if you have any.',
  accessInEffect:
    'By Microsoft’s scripts, new access takes up to 5 minutes to take effect. Adding the environment earlier can take users offline and fail.',
  systemId: 'The name of the policy in Power Platform.',
  startsAgain:
    'If the operation fails, the provider starts it again without end and takes users offline each time. Watch it, and interrupt it then.',
})
