import { defineMessages } from '../../machines/messages/message.ts'

export const templateMessages = defineMessages({
  empty: {
    id: 'scripts.template.empty',
    defaultMessage: 'The {language} file is empty: Azure Resource Manager cannot make any of these changes.',
  },
  checkFirst: { id: 'scripts.template.checkFirst', defaultMessage: 'First check what would change, then deploy:' },
  region: {
    id: 'scripts.template.region',
    defaultMessage: 'REGION is any Azure region. It stores the record of the deployment.',
  },
  again: { id: 'scripts.template.again', defaultMessage: 'Deploying again changes nothing, with two exceptions.' },
  vaultSettings: {
    id: 'scripts.template.vaultSettings',
    defaultMessage: 'It resets a key vault to the settings in the file: do not deploy it again after the settings were changed.',
  },
  policyInUse: {
    id: 'scripts.template.policyInUse',
    defaultMessage:
      'And once an environment is in the policy, the service refuses every write to the policy, so the deployment stops there.',
  },
  principalNotFound: {
    id: 'scripts.template.principalNotFound',
    defaultMessage:
      'PrincipalNotFound means that the directory does not recognize the identity of the new policy yet. Deploy again after two minutes.',
  },
  roleAssignmentExists: {
    id: 'scripts.template.roleAssignmentExists',
    defaultMessage: 'RoleAssignmentExists means that this access already exists under another name. Nothing is missing.',
  },
  nothingElse: { id: 'scripts.template.nothingElse', defaultMessage: 'Nothing else is left to do.' },
  left: {
    id: 'scripts.template.left',
    defaultMessage: 'Not in these files, because Azure Resource Manager cannot do it, or not without changing other settings:',
  },
  beforehand: { id: 'scripts.template.beforehand', defaultMessage: 'Before the deployment: {command}' },
  afterwards: {
    id: 'scripts.template.afterwards',
    defaultMessage:
      'After the deployment, run the Azure CLI script of this plan. It skips what is already done and waits until new access takes effect.',
  },
  keyOnce: {
    id: 'scripts.template.keyOnce',
    defaultMessage: 'Creates a key only if none has this name. An existing key stays as is.',
  },
  policyLocation: {
    id: 'scripts.template.policyLocation',
    defaultMessage:
      'The location is a Power Platform name, not an Azure region. The key has no version, so the policy follows its rotation.',
  },
  addsPermissions: {
    id: 'scripts.template.addsPermissions',
    defaultMessage: '"add" adds these permissions to those of the identity. Permissions of others stay as they are.',
  },
  identity: {
    id: 'scripts.template.identity',
    defaultMessage: 'The identity of the policy in the directory is known only after the policy exists.',
  },
})
