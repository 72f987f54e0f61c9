import { defineMessages } from '../messages/message.ts'

/** What is said of an organization's policy for this computer. */
export const managedMessages = {
  refused: defineMessages({
    title: { id: 'start.managed.refused.title', defaultMessage: 'Your organization’s policy can’t be used' },
    remedy: {
      id: 'start.managed.refused.remedy',
      defaultMessage:
        'You can’t sign in until an administrator of this computer corrects it and you start the wizard again. Practice cases still open.',
    },
    remedyByCommand: {
      id: 'start.managed.refused.remedyByCommand',
      defaultMessage:
        'You can’t sign in until an administrator of this computer corrects it and you start the wizard again: {command}. Practice cases still open.',
    },
  }),
  notAllowed: defineMessages({
    title: { id: 'start.managed.notAllowed.title', defaultMessage: 'Your organization doesn’t allow this sign-in' },
    meaning: {
      id: 'start.managed.notAllowed.meaning',
      defaultMessage: '{setting} in {source} allows {allowed}, and not {asked}.',
      description: 'setting is the name of a setting of the policy, source a file or a registry key',
    },
    remedy: {
      id: 'start.managed.notAllowed.remedy',
      defaultMessage: 'Choose what’s allowed, or ask an administrator of this computer.',
    },
  }),
  /** What is wrong with the policy as a whole. */
  whole: defineMessages({
    unreadable: { id: 'start.managed.unreadable', defaultMessage: 'Couldn’t read {source}: {error}' },
    notFile: { id: 'start.managed.notFile', defaultMessage: '{source} isn’t a file.' },
    owner: { id: 'start.managed.owner', defaultMessage: '{source} must belong to root, but belongs to the user with ID {owner}.' },
    writable: {
      id: 'start.managed.writable',
      defaultMessage: '{source} can be changed by others than root (mode {mode}).',
    },
    tooLarge: { id: 'start.managed.tooLarge', defaultMessage: '{source} is larger than {size} KB.' },
    notText: { id: 'start.managed.notText', defaultMessage: '{source} isn’t UTF-8 text.' },
    notJson: { id: 'start.managed.notJson', defaultMessage: '{source}, line {line}: this isn’t valid JSON.' },
    notObject: { id: 'start.managed.notObject', defaultMessage: '{source} must hold settings by name.' },
    line: { id: 'start.managed.line', defaultMessage: '{source}, line {line}: {problem}' },
    place: { id: 'start.managed.place', defaultMessage: '{source}: {problem}' },
  }),
  /** What is wrong with one setting. */
  setting: defineMessages({
    unknown: { id: 'start.managed.unknown', defaultMessage: 'There’s no setting {name}. The settings are {known}.' },
    unnamed: { id: 'start.managed.unnamed', defaultMessage: 'One name isn’t a setting. The settings are {known}.' },
    deep: { id: 'start.managed.deep', defaultMessage: 'This is nested too deeply.' },
    twice: { id: 'start.managed.twice', defaultMessage: '{name} is there twice.' },
    kind: { id: 'start.managed.kind', defaultMessage: '{name} has the type {kind}. It must have the type {expected}.' },
    only: { id: 'start.managed.only', defaultMessage: '{name} must be “{choice}”, or left out.' },
    oneOf: { id: 'start.managed.oneOf', defaultMessage: '{name} must be one of {choices}.' },
    someOf: { id: 'start.managed.someOf', defaultMessage: '{name} must list one or more of {choices}, each once.' },
    tenant: { id: 'start.managed.tenant', defaultMessage: '{name} must be a tenant ID or a domain.' },
    feed: { id: 'start.managed.feed', defaultMessage: '{name} must be an https address without a user name.' },
    proxy: {
      id: 'start.managed.proxy',
      defaultMessage: '{name} must be “direct” or an address such as http://proxy.contoso.com:8080, without a user name or password.',
    },
    hosts: { id: 'start.managed.hosts', defaultMessage: '{name} must list hosts or domains, such as .contoso.com.' },
    path: { id: 'start.managed.path', defaultMessage: '{name} must be the full path of a PEM file.' },
    container: {
      id: 'start.managed.container',
      defaultMessage: '{name} must be the https address of a container in Azure Blob Storage.',
    },
    needs: { id: 'start.managed.needs', defaultMessage: '{name} needs {other}, too.' },
    file: { id: 'start.managed.file', defaultMessage: '{name}: {problem}' },
  }),
}
