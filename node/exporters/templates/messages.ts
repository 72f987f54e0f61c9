import { defineMessages } from '#machines/messages/message.ts'

export const templateMessages = defineMessages('scripts.template', {
  empty: 'The {language} file is empty: Azure Resource Manager cannot make any of these changes.',
  checkFirst: 'First check what would change, then deploy:',
  region: 'REGION is any Azure region. It stores the record of the deployment.',
  again: 'Deploying again changes nothing, with two exceptions.',
  vaultSettings: 'It resets a key vault to the settings in the file: do not deploy it again after the settings were changed.',
  policyInUse: 'And once an environment is in the policy, the service refuses every write to the policy, so the deployment stops there.',
  principalNotFound:
    'PrincipalNotFound means that the directory does not recognize the identity of the new policy yet. Deploy again after two minutes.',
  roleAssignmentExists: 'RoleAssignmentExists means that this access already exists under another name. Nothing is missing.',
  nothingElse: 'Nothing else is left to do.',
  left: 'Not in these files, because Azure Resource Manager cannot do it, or not without changing other settings:',
  beforehand: 'Before the deployment: {command}',
  afterwards:
    'After the deployment, run the Azure CLI script of this plan. It skips what is already done and waits until new access takes effect.',
  keyOnce: 'Creates a key only if none has this name. An existing key stays as is.',
  policyLocation: 'The location is a Power Platform name, not an Azure region. The key has no version, so the policy follows its rotation.',
  addsPermissions: '"add" adds these permissions to those of the identity. Permissions of others stay as they are.',
  identity: 'The identity of the policy in the directory is known only after the policy exists.',
})
