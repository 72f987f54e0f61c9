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
    defaultMessage: 'Couldn’t read the certificate authorities file {file}: {error}',
  },
  empty: {
    id: 'start.authorities.empty',
    defaultMessage: 'The certificate authorities file {file} has no certificate in PEM format (“BEGIN CERTIFICATE”).',
  },
  damaged: {
    id: 'start.authorities.damaged',
    defaultMessage: 'The certificate authorities file {file} has a certificate that can’t be read: {error}',
  },
})

export const cloudFileMessages = defineMessages({
  unreadable: { id: 'start.cloudFile.unreadable', defaultMessage: 'Couldn’t read the cloud file {file}: {error}' },
  refused: { id: 'start.cloudFile.refused', defaultMessage: 'The cloud file {file} isn’t accepted. {problem}.' },
  notJson: { id: 'start.cloudFile.notJson', defaultMessage: 'It isn’t JSON: {error}' },
  problem: { id: 'start.cloudFile.problem', defaultMessage: '{member}: {problem}' },
  problems: { id: 'start.cloudFile.problems', defaultMessage: '{first}; {next}' },
  wholeFile: { id: 'start.cloudFile.wholeFile', defaultMessage: 'the file', description: 'Stands for a member of it' },
  missing: { id: 'start.cloudFile.missing', defaultMessage: 'it’s missing' },
  unknown: { id: 'start.cloudFile.unknown', defaultMessage: 'the wizard doesn’t recognize this property' },
  someLoopback: {
    id: 'start.cloudFile.someLoopback',
    defaultMessage: 'authority, resourceManager, and powerPlatform.url must all be on this computer (localhost), or none of them',
  },
})

/** What may be wrong with one member, by the key that its schema gives. */
export const memberMessages = defineMessages({
  wildcard: {
    id: 'start.cloudFile.wildcard',
    defaultMessage: 'wildcards aren’t accepted: name each host, or a suffix that begins with a dot',
  },
  noAddress: { id: 'start.cloudFile.noAddress', defaultMessage: 'this isn’t an address' },
  notHttps: { id: 'start.cloudFile.notHttps', defaultMessage: 'only https is accepted, even on this computer' },
  withUser: { id: 'start.cloudFile.withUser', defaultMessage: 'addresses with a user name aren’t accepted' },
  withPath: { id: 'start.cloudFile.withPath', defaultMessage: 'addresses with a path aren’t accepted: name the host only' },
  noDomain: {
    id: 'start.cloudFile.noDomain',
    defaultMessage: 'this isn’t a domain of at least two parts, such as vault.contoso.example',
  },
  noDot: { id: 'start.cloudFile.noDot', defaultMessage: 'the suffix must begin with a dot' },
  audience: { id: 'start.cloudFile.audience', defaultMessage: 'the token audience must be an https address' },
  empty: { id: 'start.cloudFile.empty', defaultMessage: 'it’s empty' },
  tooLong: { id: 'start.cloudFile.tooLong', defaultMessage: 'it’s longer than 100 characters' },
  letters: { id: 'start.cloudFile.letters', defaultMessage: 'use letters, digits, and hyphens only' },
  known: { id: 'start.cloudFile.known', defaultMessage: 'this is the ID of a Microsoft cloud' },
  noHost: { id: 'start.cloudFile.noHost', defaultMessage: 'it has no host' },
})
export type MemberProblem = keyof typeof memberMessages
