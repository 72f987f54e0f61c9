import { defineMessages } from '../../machines/messages/message.ts'

export const environments = defineMessages({
  heading: { id: 'window.environments.heading', defaultMessage: 'Environments you can see' },
  legend: { id: 'window.environments.legend', defaultMessage: 'Choose the environment to encrypt' },
  search: { id: 'window.environments.search', defaultMessage: 'Search environments' },
  searchPlaceholder: { id: 'window.environments.searchPlaceholder', defaultMessage: 'Name, address, or ID' },
  shown: { id: 'window.environments.shown', defaultMessage: '{shown} of {all, plural, one {# environment} other {# environments}}' },
  total: { id: 'window.environments.total', defaultMessage: '{all, plural, one {# environment} other {# environments}}' },
  more: {
    id: 'window.environments.more',
    defaultMessage:
      '{hidden, plural, one {# more environment isn’t shown.} other {# more environments aren’t shown.}} Search to narrow the list.',
  },
  nothingFound: { id: 'window.environments.nothingFound', defaultMessage: 'No environment has “{wanted}” in its name, address, or ID.' },
  empty: {
    id: 'window.environments.empty',
    defaultMessage:
      'Your account can’t see any environments. A Power Platform admin can see all of them: sign in as one, or have one choose the environment and hand over a step to you as a file. Then open the file.',
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
  copyId: { id: 'window.noted.copyId', defaultMessage: 'Copy ID' },
  copyIdOf: { id: 'window.noted.copyIdOf', defaultMessage: 'Copy ID: {of}' },
  more: { id: 'window.noted.more', defaultMessage: '{count} more' },
  membershipHeading: { id: 'window.noted.membershipHeading', defaultMessage: 'Environment and policy' },
})

export const policy = defineMessages({
  fromPilot: { id: 'window.policy.fromPilot', defaultMessage: 'Proposed from {pilot}' },
  fromTemplate: { id: 'window.policy.fromTemplate', defaultMessage: 'New names from the template {template}' },
  heading: { id: 'window.policy.heading', defaultMessage: 'Where the key lives' },
  chosenHeading: { id: 'window.policy.chosenHeading', defaultMessage: 'Your choices' },
  change: { id: 'window.policy.change', defaultMessage: 'Change choices' },
  where: { id: 'window.policy.where', defaultMessage: 'Subscription and location' },
  subscription: { id: 'window.policy.subscription', defaultMessage: 'Subscription' },
  chooseSubscription: { id: 'window.policy.chooseSubscription', defaultMessage: 'Choose a subscription' },
  resourceGroup: { id: 'window.policy.resourceGroup', defaultMessage: 'Resource group' },
  resourceGroupHint: {
    id: 'window.policy.resourceGroupHint',
    defaultMessage: 'For the policy and new resources. Created if it doesn’t exist.',
  },
  region: { id: 'window.policy.region', defaultMessage: 'Azure region' },
  regionHint: {
    id: 'window.policy.regionHint',
    defaultMessage: 'Regions in the environment’s geography, {geography}. Used for new resources.',
  },
  chooseRegion: { id: 'window.policy.chooseRegion', defaultMessage: 'Choose a region' },
  vaultAndKey: { id: 'window.policy.vaultAndKey', defaultMessage: 'Key vault and key' },
  vault: { id: 'window.policy.vault', defaultMessage: 'Key vault' },
  vaultName: { id: 'window.policy.vaultName', defaultMessage: 'Key vault name' },
  vaultNew: { id: 'window.policy.vaultNew', defaultMessage: 'New key vault, or an existing one by name' },
  vaultExists: { id: 'window.policy.vaultExists', defaultMessage: 'Exists in {group} and is used as is.' },
  vaultHint: { id: 'window.policy.vaultHint', defaultMessage: '3 to 24 letters, digits, and hyphens. Must be unique across Azure.' },
  hsm: { id: 'window.policy.hsm', defaultMessage: 'Managed HSM' },
  hsmPlace: { id: 'window.policy.hsmPlace', defaultMessage: '{name} (Managed HSM, {location}, {group})' },
  hsmExists: {
    id: 'window.policy.hsmExists',
    defaultMessage: 'Managed HSM in {group}, used as is. Its local roles decide who can use its keys.',
  },
  key: { id: 'window.policy.key', defaultMessage: 'Key name' },
  keyShort: { id: 'window.policy.keyShort', defaultMessage: 'Key' },
  keyHint: { id: 'window.policy.keyHint', defaultMessage: 'An existing key is used as is. Otherwise, an RSA key is created.' },
  keyImportHint: {
    id: 'window.policy.keyImportHint',
    defaultMessage: 'Import it before the policy is created. After you check, the manual steps are here.',
  },
  keyFrom: { id: 'window.policy.keyFrom', defaultMessage: 'Where the key comes from' },
  keyCreated: { id: 'window.policy.keyCreated', defaultMessage: 'The wizard creates it' },
  keyImported: { id: 'window.policy.keyImported', defaultMessage: 'Imported from your HSM' },
  keySize: { id: 'window.policy.keySize', defaultMessage: 'New key size' },
  keySizeHint: {
    id: 'window.policy.keySizeHint',
    defaultMessage: 'We suggest 3072, the stronger of the two sizes in Microsoft’s article.',
  },
  bits: { id: 'window.policy.bits', defaultMessage: 'RSA {size}-bit' },
  policy: { id: 'window.policy.policy', defaultMessage: 'Enterprise policy' },
  policyName: { id: 'window.policy.policyName', defaultMessage: 'Enterprise policy name' },
  policyNew: { id: 'window.policy.policyNew', defaultMessage: 'New policy, or an existing one by name' },
  policyExists: { id: 'window.policy.policyExists', defaultMessage: 'Exists in {group}, which becomes the resource group.' },
  administrator: { id: 'window.policy.administrator', defaultMessage: 'Power Platform admin' },
  noSubscription: {
    id: 'window.policy.noSubscription',
    defaultMessage:
      'Your account can’t see any Azure subscription. Hand over this step as a file to the key vault admin, who chooses the subscription, the key vault, and the policy.',
  },
  handOver: { id: 'window.policy.handOver', defaultMessage: 'Hand over step 3' },
  administratorHint: {
    id: 'window.policy.administratorHint',
    defaultMessage: 'A person or a security group. Gets the Reader role on the policy, which step 4 requires to add the environment.',
  },
  administratorHintElsewhere: {
    id: 'window.policy.administratorHintElsewhere',
    defaultMessage:
      'Gets Reader on the policy. Your account belongs to another tenant, so enter the object ID of this tenant’s Power Platform admin, or of a security group. Find it under Users or Groups in the Microsoft Entra admin center.',
  },
  reader: { id: 'window.policy.reader', defaultMessage: 'Gets the Reader role on the policy' },
  takeObjectIdOf: { id: 'window.policy.takeObjectIdOf', defaultMessage: 'Choose {userName}' },
  tags: { id: 'window.policy.tags', defaultMessage: 'Tags for new resources' },
  withoutTags: { id: 'window.policy.withoutTags', defaultMessage: 'Remove tags' },
  who: { id: 'window.policy.who', defaultMessage: 'Who adds the environment' },
  problems: {
    id: 'window.policy.problems',
    defaultMessage: '{count, plural, one {Correct this field: {fields}.} other {Correct these # fields: {fields}.}}',
  },
})

export const people = defineMessages({
  placeholder: { id: 'window.people.placeholder', defaultMessage: 'Name, user name, or object ID' },
  found: { id: 'window.people.found', defaultMessage: '{count, plural, one {# result} other {# results}}' },
  group: { id: 'window.people.group', defaultMessage: 'Security group' },
  nobody: { id: 'window.people.nobody', defaultMessage: 'No name starts with “{wanted}”.' },
  objectId: { id: 'window.people.objectId', defaultMessage: 'Object ID' },
})
