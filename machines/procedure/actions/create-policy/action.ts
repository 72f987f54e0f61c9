import { record, type Stored, text } from '#machines/engine/stored.ts'
import { defineMessages, verbatim } from '#machines/messages/message.ts'
import { policyPlace } from '../../geography.ts'
import { policyId } from '../../ids.ts'
import { storedTags, tagFields, tagWords } from '../../tags.ts'
import type { Definition } from '../definition.ts'
import { chosen, created } from '../fields.ts'
import { actionMessages, IN_SECONDS } from '../messages.ts'
import { hasCode, inAzure, known, notRegisteredFor } from '../refusals.ts'
import { createAbsent, idOf } from '../writing.ts'

const stored = {
  policy: record({ subscriptionId: text, resourceGroup: text, name: text, location: text, vaultId: text, keyName: text, tags: storedTags }),
}

export type CreatePolicy = Stored<'create-policy', typeof stored>

const messages = defineMessages('action.createPolicy', {
  why: {
    id: 'scripts.reason.createPolicy',
    defaultMessage: 'The policy names the key without its version, so it follows key rotation.',
  },
  title: 'Create the enterprise policy {name} in {location}',
  after: 'Encryption policy that uses the latest version of the key {keyName}',
  afterTagged: 'Encryption policy that uses the latest version of the key {keyName}. Tags: {tags}',
  undo: 'Until an environment is added',
  f502Meaning:
    'Azure doesn’t accept this location for a policy. Between editions of Microsoft’s article, two words seem to have been renamed: southamerica to brazil, and unitedarabemirates to uae.',
  f502Remedy: 'Check again so the wizard reads the locations in this subscription. If this continues, ask Microsoft about the region.',
  f504Meaning: 'The policy exists and environments use it, so you can’t change or delete it.',
  f504Remedy: 'Choose another name for a new policy, or use this one as is.',
})

export const createPolicy: Definition<CreatePolicy> = {
  kind: 'create-policy',
  stored,
  why: { text: messages.why, source: 'power-platform-keys', heading: 'Create enterprise policy' },
  part: 'policy',
  describe: ({ policy: { name, location, keyName, tags } }) => ({
    title: messages.title({ name, location: policyPlace(location) }),
    resource: verbatim('Microsoft.PowerPlatform/enterprisePolicies'),
    before: actionMessages.doesNotExist,
    after: tags ? messages.afterTagged({ keyName, tags: tagWords(tags) }) : messages.after({ keyName }),
    reversible: 'until-linked',
    undo: messages.undo,
    ...IN_SECONDS,
  }),
  fields({ policy: { subscriptionId, resourceGroup, name, location, vaultId, keyName, tags } }) {
    const id = policyId(subscriptionId, resourceGroup, name)
    return [
      ...created(id, ['location', location], {
        kind: 'Encryption',
        'identity.type': 'SystemAssigned',
        'properties.encryption.state': 'Enabled',
        'properties.encryption.keyVault.id': vaultId,
        'properties.encryption.keyVault.key.name': keyName,
        ...tagFields(tags),
      }),
      chosen(id, 'identity.principalId'),
      chosen(id, 'properties.systemId'),
    ]
  },
  async apply({ policy }, { azure }, _now, signal) {
    const existing = await azure.readPolicy(policy.subscriptionId, policy.resourceGroup, policy.name, signal)
    return createAbsent(existing, () => azure.createPolicy(policy, signal), idOf)
  },
  grantsRights: 'key-vault-administrator',
  refusals: inAzure(
    notRegisteredFor('Microsoft.PowerPlatform'),
    known(
      'F-502',
      hasCode('LocationNotAvailableForResourceType', 'InvalidResourceLocation', 'NoRegisteredProviderFound'),
      { meaning: messages.f502Meaning, remedy: messages.f502Remedy },
      'microsoft',
    ),
    known('F-504', hasCode('EnterprisePolicyUpdateNotAllowed'), { meaning: messages.f504Meaning, remedy: messages.f504Remedy }),
  ),
}
