import { type DisplayText, defineMessages } from '../machines/messages/message.ts'

/** A file named at the start that cannot be used: said in the terminal, before any window. */
export class StartFileRefused extends Error {
  readonly why: DisplayText

  constructor(why: DisplayText) {
    super(JSON.stringify(why))
    this.why = why
  }
}

export const authorityMessages = defineMessages({
  unreadable: {
    id: 'start.authorities.unreadable',
    defaultMessage: 'The file of certificate authorities {file} cannot be read: {error}',
  },
  empty: {
    id: 'start.authorities.empty',
    defaultMessage: 'The file of certificate authorities {file} holds no certificate in PEM form (“BEGIN CERTIFICATE”).',
  },
  damaged: {
    id: 'start.authorities.damaged',
    defaultMessage: 'The file of certificate authorities {file} holds a certificate that cannot be read: {error}',
  },
})

export const cloudFileMessages = defineMessages({
  unreadable: { id: 'start.cloudFile.unreadable', defaultMessage: 'The cloud file {file} cannot be read: {error}' },
  refused: { id: 'start.cloudFile.refused', defaultMessage: 'The cloud file {file} is not accepted. {problem}.' },
  notJson: { id: 'start.cloudFile.notJson', defaultMessage: 'It is not JSON: {error}' },
  problem: { id: 'start.cloudFile.problem', defaultMessage: '{member}: {problem}' },
  problems: { id: 'start.cloudFile.problems', defaultMessage: '{first}; {next}' },
  wholeFile: { id: 'start.cloudFile.wholeFile', defaultMessage: 'the file', description: 'Stands for a member of it' },
  missing: { id: 'start.cloudFile.missing', defaultMessage: 'it is missing' },
  unknown: { id: 'start.cloudFile.unknown', defaultMessage: 'the wizard knows no such member' },
  someLoopback: {
    id: 'start.cloudFile.someLoopback',
    defaultMessage: 'authority, resourceManager and powerPlatform.url have to be all on this computer (localhost) or none of them',
  },
})

/** What may be wrong with one member, by the key that its schema gives. */
export const memberMessages = defineMessages({
  wildcard: {
    id: 'start.cloudFile.wildcard',
    defaultMessage: 'a wildcard is not accepted: name each host, or a suffix that begins with a dot',
  },
  noAddress: { id: 'start.cloudFile.noAddress', defaultMessage: 'this is no address' },
  notHttps: { id: 'start.cloudFile.notHttps', defaultMessage: 'only https is accepted, also on this computer' },
  withUser: { id: 'start.cloudFile.withUser', defaultMessage: 'an address with a user name is not accepted' },
  withPath: { id: 'start.cloudFile.withPath', defaultMessage: 'an address with a path is not accepted: name the host alone' },
  noDomain: {
    id: 'start.cloudFile.noDomain',
    defaultMessage: 'this is no domain of at least two parts, such as vault.contoso.example',
  },
  noDot: { id: 'start.cloudFile.noDot', defaultMessage: 'the suffix has to begin with a dot' },
  audience: { id: 'start.cloudFile.audience', defaultMessage: 'the audience of tokens has to be an https address' },
  empty: { id: 'start.cloudFile.empty', defaultMessage: 'it is empty' },
  tooLong: { id: 'start.cloudFile.tooLong', defaultMessage: 'it is longer than 100 characters' },
  letters: { id: 'start.cloudFile.letters', defaultMessage: 'only letters, digits and hyphens' },
  known: { id: 'start.cloudFile.known', defaultMessage: 'this is the ID of one of Microsoft’s clouds' },
  noHost: { id: 'start.cloudFile.noHost', defaultMessage: 'it names no host' },
})
export type MemberProblem = keyof typeof memberMessages
