import { defineMessages } from '../../machines/messages/message.ts'

export const environments = defineMessages({
  heading: { id: 'window.environments.heading', defaultMessage: 'Environments you can see' },
  legend: { id: 'window.environments.legend', defaultMessage: 'Choose the environment that gets the key' },
  search: { id: 'window.environments.search', defaultMessage: 'Search environments' },
  searchPlaceholder: { id: 'window.environments.searchPlaceholder', defaultMessage: 'Name, address or ID' },
  shown: { id: 'window.environments.shown', defaultMessage: '{shown} of {all, plural, one {# environment} other {# environments}}' },
  total: { id: 'window.environments.total', defaultMessage: '{all, plural, one {# environment} other {# environments}}' },
  more: {
    id: 'window.environments.more',
    defaultMessage:
      '{hidden, plural, one {# more environment is not shown.} other {# more environments are not shown.}} Type in the search to narrow the list.',
  },
  nothingFound: { id: 'window.environments.nothingFound', defaultMessage: 'No environment holds “{wanted}” in its name, address or ID.' },
  empty: {
    id: 'window.environments.empty',
    defaultMessage:
      'No environment is shown to this account. A Power Platform administrator sees all of them: have one choose the environment and hand a step to you as a file, then open it. Or sign in as one.',
  },
  noFinanceAndOperations: { id: 'window.environments.noFinanceAndOperations', defaultMessage: 'No finance and operations address' },
  chosen: { id: 'window.environments.chosen', defaultMessage: 'Chosen environment' },
  change: { id: 'window.environments.change', defaultMessage: 'Choose another environment' },
  type: { id: 'window.environments.type', defaultMessage: 'Type' },
  region: { id: 'window.environments.region', defaultMessage: 'Region' },
  financeAndOperations: { id: 'window.environments.financeAndOperations', defaultMessage: 'Finance and operations' },
  id: { id: 'window.environments.id', defaultMessage: 'Environment ID' },
})

export const noted = defineMessages({
  heading: { id: 'window.noted.heading', defaultMessage: 'What to note' },
  membershipHeading: { id: 'window.noted.membershipHeading', defaultMessage: 'Environment and policy' },
})

export const policy = defineMessages({
  heading: { id: 'window.policy.heading', defaultMessage: 'Where the key lives' },
  chosenHeading: { id: 'window.policy.chosenHeading', defaultMessage: 'What you chose' },
  change: { id: 'window.policy.change', defaultMessage: 'Change these choices' },
  where: { id: 'window.policy.where', defaultMessage: 'Subscription and place' },
  subscription: { id: 'window.policy.subscription', defaultMessage: 'Subscription' },
  chooseSubscription: { id: 'window.policy.chooseSubscription', defaultMessage: 'Choose a subscription' },
  resourceGroup: { id: 'window.policy.resourceGroup', defaultMessage: 'Resource group' },
  resourceGroupHint: {
    id: 'window.policy.resourceGroupHint',
    defaultMessage: 'For the policy and new resources. It is created when it doesn’t exist.',
  },
  region: { id: 'window.policy.region', defaultMessage: 'Azure region' },
  regionHint: {
    id: 'window.policy.regionHint',
    defaultMessage: 'Regions of the environment’s geography, {geography}. Used for what is created.',
  },
  chooseRegion: { id: 'window.policy.chooseRegion', defaultMessage: 'Choose a region' },
  vaultAndKey: { id: 'window.policy.vaultAndKey', defaultMessage: 'Key vault and key' },
  vault: { id: 'window.policy.vault', defaultMessage: 'Key vault' },
  vaultName: { id: 'window.policy.vaultName', defaultMessage: 'Name of the key vault' },
  vaultNew: { id: 'window.policy.vaultNew', defaultMessage: 'A new key vault, or one by name' },
  vaultExists: { id: 'window.policy.vaultExists', defaultMessage: 'Exists in {group} and is used as it is.' },
  vaultHint: { id: 'window.policy.vaultHint', defaultMessage: '3 to 24 letters, digits and hyphens. The name is unique in all of Azure.' },
  key: { id: 'window.policy.key', defaultMessage: 'Name of the key' },
  keyShort: { id: 'window.policy.keyShort', defaultMessage: 'Key' },
  keyHint: { id: 'window.policy.keyHint', defaultMessage: 'An existing key is used as it is; otherwise an RSA key is created.' },
  keySize: { id: 'window.policy.keySize', defaultMessage: 'Size of a new key' },
  keySizeHint: {
    id: 'window.policy.keySizeHint',
    defaultMessage: '3072 is suggested: the stronger of the two sizes that Microsoft’s article lists.',
  },
  bits: { id: 'window.policy.bits', defaultMessage: 'RSA {size} bit' },
  policy: { id: 'window.policy.policy', defaultMessage: 'Enterprise policy' },
  policyName: { id: 'window.policy.policyName', defaultMessage: 'Name of the enterprise policy' },
  policyNew: { id: 'window.policy.policyNew', defaultMessage: 'A new policy, or one by name' },
  policyExists: { id: 'window.policy.policyExists', defaultMessage: 'Exists in {group}: that becomes the resource group.' },
  administrator: { id: 'window.policy.administrator', defaultMessage: 'Object ID of the Power Platform administrator' },
  noSubscription: {
    id: 'window.policy.noSubscription',
    defaultMessage:
      'No Azure subscription is shown to this account. The key vault administrator does this step: hand it over as a file. The subscription, the key vault and the policy are chosen there.',
  },
  handOver: { id: 'window.policy.handOver', defaultMessage: 'Hand step 3 to the key vault administrator' },
  administratorHint: {
    id: 'window.policy.administratorHint',
    defaultMessage: 'Gets the role Reader on the policy, which adding the environment in step 4 needs.',
  },
  administratorHintElsewhere: {
    id: 'window.policy.administratorHintElsewhere',
    defaultMessage:
      'Gets the role Reader on the policy. Your account belongs to another tenant: enter the object ID of a Power Platform administrator of this tenant, from Users in the Entra admin center.',
  },
  reader: { id: 'window.policy.reader', defaultMessage: 'Gets Reader on the policy' },
  takeObjectIdOf: { id: 'window.policy.takeObjectIdOf', defaultMessage: 'Use the object ID of {userName}' },
  who: { id: 'window.policy.who', defaultMessage: 'Who adds the environment' },
  problems: {
    id: 'window.policy.problems',
    defaultMessage: '{count, plural, one {One field needs another value: {fields}.} other {# fields need other values: {fields}.}}',
  },
})
