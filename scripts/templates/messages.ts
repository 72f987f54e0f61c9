import { defineMessages } from '../../machines/messages/message.ts'

export const templateMessages = defineMessages({
  empty: {
    id: 'scripts.template.empty',
    defaultMessage: 'The {language} file is empty: Azure Resource Manager can do none of this.',
  },
  checkFirst: { id: 'scripts.template.checkFirst', defaultMessage: 'Check first what would change, then deploy:' },
  region: {
    id: 'scripts.template.region',
    defaultMessage: 'REGION is any Azure region; it keeps the record of the deployment.',
  },
  again: { id: 'scripts.template.again', defaultMessage: 'Deploying again changes nothing, with two exceptions.' },
  vaultSettings: {
    id: 'scripts.template.vaultSettings',
    defaultMessage: 'It puts a vault that it holds back to its own settings: do not deploy it again after they were changed.',
  },
  policyInUse: {
    id: 'scripts.template.policyInUse',
    defaultMessage:
      'And once an environment is in the policy, the service refuses every write to the policy, so the deployment stops there.',
  },
  principalNotFound: {
    id: 'scripts.template.principalNotFound',
    defaultMessage:
      'PrincipalNotFound means that the directory does not know the identity of the new policy yet: deploy again after two minutes.',
  },
  roleAssignmentExists: {
    id: 'scripts.template.roleAssignmentExists',
    defaultMessage: 'RoleAssignmentExists means that this access exists already, under another name: nothing is lacking.',
  },
  nothingElse: { id: 'scripts.template.nothingElse', defaultMessage: 'Nothing else is left to do.' },
  left: {
    id: 'scripts.template.left',
    defaultMessage: 'Not in these files, because Azure Resource Manager cannot do it, or not without touching other settings:',
  },
  beforehand: { id: 'scripts.template.beforehand', defaultMessage: 'Before the deployment: {command}' },
  afterwards: {
    id: 'scripts.template.afterwards',
    defaultMessage:
      'After the deployment, with the Azure CLI script of this plan: it leaves alone what is so already, and waits until new access takes effect.',
  },
  keyOnce: {
    id: 'scripts.template.keyOnce',
    defaultMessage: 'A key is created where there is none of this name; one that exists is left as it is.',
  },
  policyLocation: {
    id: 'scripts.template.policyLocation',
    defaultMessage:
      'The location is a word of Power Platform, not an Azure region. The key has no version, so that the policy follows its rotation.',
  },
  addsPermissions: {
    id: 'scripts.template.addsPermissions',
    defaultMessage: '"add" joins these permissions to those the identity has; those of others are left alone.',
  },
  identity: {
    id: 'scripts.template.identity',
    defaultMessage: 'Who the policy is in the directory is known only when it exists.',
  },
})
