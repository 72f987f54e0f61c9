import { defined } from '#machines/defined.ts'
import { nameIn } from '#machines/engine/action.ts'
import { type Stored, text } from '#machines/engine/stored.ts'
import { defineMessages, verbatim } from '#machines/messages/message.ts'
import { resourceGroupId } from '../../ids.ts'
import { storedTags, tagFields, tagWords } from '../../tags.ts'
import type { Definition } from '../definition.ts'
import { created } from '../fields.ts'
import { actionMessages, IN_SECONDS } from '../messages.ts'
import { inAzure } from '../refusals.ts'
import { createAbsent } from '../writing.ts'

const stored = {
  subscriptionId: text,
  name: text,
  location: text,
  tags: storedTags,
}

export type CreateResourceGroup = Stored<'create-resource-group', typeof stored>

const messages = defineMessages('action.createResourceGroup', {
  why: { id: 'scripts.reason.createResourceGroup', defaultMessage: 'The policy needs a resource group.' },
  title: 'Create the resource group {name}',
  after: 'Exists in {location}',
  afterTagged: 'Exists in {location}. Tags: {tags}',
  undo: 'Yes, while it’s empty',
})

export const createResourceGroup: Definition<CreateResourceGroup> = {
  kind: 'create-resource-group',
  stored,
  why: { text: messages.why, source: 'power-platform-keys', heading: 'Create an Azure paid subscription and key vault' },
  part: 'subscription',
  describe: ({ name, location: code, tags }, names) => ({
    title: messages.title({ name }),
    resource: verbatim('Microsoft.Resources/resourceGroups'),
    before: actionMessages.doesNotExist,
    after: tags
      ? messages.afterTagged({ location: nameIn(names, code) ?? code, tags: tagWords(tags) })
      : messages.after({ location: nameIn(names, code) ?? code }),
    reversible: 'while-unused',
    undo: messages.undo,
    ...IN_SECONDS,
  }),
  fields: ({ subscriptionId, name, location, tags }) =>
    created(resourceGroupId(subscriptionId, name), ['location', location], tagFields(tags)),
  async apply({ subscriptionId, name, location, tags }, { azure }, _now, signal) {
    const existing = await azure.readResourceGroup(subscriptionId, name, signal)
    const create = () => azure.createResourceGroup(subscriptionId, defined({ name, location, tags }), signal)
    return createAbsent(existing, create, () => resourceGroupId(subscriptionId, name))
  },
  grantsRights: 'key-vault-administrator',
  refusals: inAzure(),
}
