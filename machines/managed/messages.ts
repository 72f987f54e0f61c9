import { defineMessages } from '../messages/message.ts'

export const managedMessages = {
  refused: defineMessages('start.managed.refused', {
    title: 'Your organization’s policy can’t be used',
    remedy:
      'You can’t sign in until an administrator of this computer corrects it and you start the wizard again. Practice cases still open.',
    remedyByCommand:
      'You can’t sign in until an administrator of this computer corrects it and you start the wizard again: {command}. Practice cases still open.',
  }),
  notAllowed: defineMessages('start.managed.notAllowed', {
    title: 'Your organization doesn’t allow this sign-in',
    meaning: {
      id: 'start.managed.notAllowed.meaning',
      defaultMessage: '{setting} in {source} allows {allowed}, and not {asked}.',
      description: 'setting is the name of a setting of the policy, source a file or a registry key',
    },
    remedy: 'Choose what’s allowed, or ask an administrator of this computer.',
  }),
  whole: defineMessages('start.managed', {
    unreadable: 'Couldn’t read {source}: {error}',
    notFile: '{source} isn’t a file.',
    owner: '{source} must belong to root, but belongs to the user with ID {owner}.',
    writable: '{source} can be changed by others than root (mode {mode}).',
    tooLarge: '{source} is larger than {size} KB.',
    notText: '{source} isn’t UTF-8 text.',
    notJson: '{source}, line {line}: this isn’t valid JSON.',
    notObject: '{source} must hold settings by name.',
    line: '{source}, line {line}: {problem}',
    place: '{source}: {problem}',
  }),
  setting: defineMessages('start.managed', {
    unknown: 'There’s no setting {name}. The settings are {known}.',
    unnamed: 'One name isn’t a setting. The settings are {known}.',
    deep: 'This is nested too deeply.',
    twice: '{name} is there twice.',
    kind: '{name} has the type {kind}. It must have the type {expected}.',
    only: '{name} must be “{choice}”, or left out.',
    oneOf: '{name} must be one of {choices}.',
    someOf: '{name} must list one or more of {choices}, each once.',
    tenant: '{name} must be a tenant ID or a domain.',
    feed: '{name} must be an https address without a user name.',
    proxy: '{name} must be “direct” or an address such as http://proxy.contoso.com:8080, without a user name or password.',
    hosts: '{name} must list hosts or domains, such as .contoso.com.',
    path: '{name} must be the full path of a PEM file.',
    container: '{name} must be the https address of a container in Azure Blob Storage.',
    needs: '{name} needs {other}, too.',
    file: '{name}: {problem}',
  }),
}
