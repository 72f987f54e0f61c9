import { type DisplayText, defineMessages } from '#machines/messages/message.ts'

/** An unusable file named on the command line: reported in the terminal. */
export class StartFileRefused extends Error {
  readonly why: DisplayText

  constructor(why: DisplayText) {
    super(JSON.stringify(why))
    this.why = why
  }
}

export const authorityMessages = defineMessages('start.authorities', {
  unreadable: 'Couldn’t read the certificate authorities file {file}: {error}',
  empty: 'The certificate authorities file {file} has no certificate in PEM format (“BEGIN CERTIFICATE”).',
  damaged: 'The certificate authorities file {file} has a certificate that can’t be read: {error}',
})

export const cloudFileMessages = defineMessages('start.cloudFile', {
  unreadable: 'Couldn’t read the cloud file {file}: {error}',
  refused: 'The cloud file {file} isn’t accepted. {problem}.',
  tooLarge: 'It’s too large to be a cloud file',
  tooDeep: 'It’s nested too deeply to be a cloud file',
  notJson: 'It isn’t JSON: see line {line, number}',
  twice: 'Line {line, number}: {member} is there twice',
  problem: '{member}: {problem}',
  problems: '{first}; {next}',
  wholeFile: { id: 'start.cloudFile.wholeFile', defaultMessage: 'the file', description: 'Stands for a member of it' },
  missing: 'it’s missing',
  unknown: 'the wizard doesn’t recognize this property',
  verified: 'verified: only Microsoft’s own clouds can be verified',
  mixed:
    '{microsofts} is Microsoft’s, but {member} isn’t in the same Microsoft cloud. Microsoft’s sign-in, audiences, and hosts can’t be mixed with others',
  wide: '{member}: {suffix} can stand for hosts of many organizations. Name a part of one organization’s domain, such as vault.contoso.example',
  unnamed: '{member}: no address in the file is in the domain {domain}',
  someLoopback: 'authority, resourceManager, and powerPlatform.url must all be on this computer (localhost), or none of them',
})

export const memberMessages = defineMessages('start.cloudFile', {
  wildcard: 'wildcards aren’t accepted: name each host, or a suffix that begins with a dot',
  noAddress: 'this isn’t an address',
  notHttps: 'only https is accepted, even on this computer',
  withUser: 'addresses with a user name aren’t accepted',
  withPath: 'addresses with a path aren’t accepted: name the host only',
  noDomain: 'this isn’t a domain of at least two parts, such as vault.contoso.example',
  noDot: 'the suffix must begin with a dot',
  audience: 'the token audience must be an https address',
  empty: 'it’s empty',
  tooLong: 'it’s longer than 100 characters',
  letters: 'use letters, digits, and hyphens only',
  known: 'this is the ID of a Microsoft cloud',
  noHost: 'it has no host',
  likeMicrosofts: 'this looks like the name of a Microsoft cloud',
  notPlain: 'use Latin letters, digits, spaces, and - _ . , ’ ( ) & only',
  elsewhere: 'it leads to another computer or to a device',
})
export type MemberProblem = keyof typeof memberMessages
