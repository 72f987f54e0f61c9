import { defineMessages } from '../machines/messages/message.ts'

/** What the wizard says where a service's own words would stand, and the service gave none that can be read. */
export const answerMessages = defineMessages({
  withoutApp: {
    id: 'services.answer.withoutApp',
    defaultMessage: 'Dataverse answered without the address of the linked app.',
  },
  otherForm: {
    id: 'services.answer.otherForm',
    defaultMessage: 'The answer is not in the form the service documents.',
  },
  otherFormBecause: {
    id: 'services.answer.otherFormBecause',
    defaultMessage: 'The answer is not in the form the service documents: {problem}.',
  },
  otherFormAt: {
    id: 'services.answer.otherFormAt',
    defaultMessage: 'The answer is not in the form the service documents at {place}: {problem}.',
  },
  nothing: { id: 'services.answer.nothing', defaultMessage: 'The service answered, but with nothing in it.' },
  notJson: { id: 'services.answer.notJson', defaultMessage: 'The service answered with {type} instead of JSON.' },
  cutOff: {
    id: 'services.answer.cutOff',
    defaultMessage: 'The service answered with JSON that is cut off or malformed.',
  },
  page: { id: 'services.answer.page', defaultMessage: 'A web page came back instead of the service’s answer.' },
  begins: { id: 'services.answer.begins', defaultMessage: '{problem} The answer begins: {excerpt}' },
  empty: { id: 'services.answer.empty', defaultMessage: '{problem} The answer is empty.' },
  noAnswer: {
    id: 'services.answer.noAnswer',
    defaultMessage: 'No answer within {seconds, plural, one {# second} other {# seconds}}.',
  },
  endless: {
    id: 'services.answer.endless',
    defaultMessage: 'The list did not end after {pages, plural, one {# page} other {# pages}}.',
  },
  elsewhere: {
    id: 'services.answer.elsewhere',
    defaultMessage: 'The service answered {status} and sent the request elsewhere, as a proxy’s own sign-in page does.',
  },
  silent: { id: 'services.answer.silent', defaultMessage: 'The service answered {status} and said nothing more.' },
  silentWithError: {
    id: 'services.answer.silentWithError',
    defaultMessage: 'The service answered {status} {error} and said nothing more.',
  },
  traced: { id: 'services.answer.traced', defaultMessage: '{said} Trace ID: {trace}' },
  foreignHost: {
    id: 'services.answer.foreignHost',
    defaultMessage: 'The address is on {host}, which is not one of this service’s hosts in this cloud. No sign-in was sent there.',
  },
  noHost: { id: 'services.answer.noHost', defaultMessage: 'The address names no host. No sign-in was sent there.' },
})

/** What the sign-in service’s answers lack. */
export const signInAnswerMessages = defineMessages({
  elsewhere: {
    id: 'services.signInAnswer.elsewhere',
    defaultMessage: 'The answer sends the request elsewhere, as a network’s own sign-in page does.',
  },
  notJson: { id: 'services.signInAnswer.notJson', defaultMessage: 'The answer is not JSON. It begins: {excerpt}' },
  empty: { id: 'services.signInAnswer.empty', defaultMessage: 'The answer is not JSON. It is empty.' },
})

/** A proxy that lets nothing through. Names its host, never its user or password. */
export const proxyMessages = defineMessages({
  wantsSignIn: {
    id: 'services.proxy.wantsSignIn',
    defaultMessage: 'The proxy {proxy} answered 407: it wants a sign-in of its own.',
  },
  refused: {
    id: 'services.proxy.refused',
    defaultMessage: 'The proxy {proxy} answered {status} when asked for {target}.',
  },
  unreachable: {
    id: 'services.proxy.unreachable',
    defaultMessage: 'The proxy {proxy} could not be reached ({error}).',
  },
  socksWantsSignIn: {
    id: 'services.proxy.socksWantsSignIn',
    defaultMessage: 'The SOCKS proxy {proxy} wants a sign-in of its own: {error}.',
  },
  socksRefused: {
    id: 'services.proxy.socksRefused',
    defaultMessage: 'The SOCKS proxy {proxy} refused the connection to {target}: {error}.',
  },
  systemUnusable: {
    id: 'services.proxy.systemUnusable',
    defaultMessage: 'The system names only proxies that are neither HTTP, HTTPS nor SOCKS proxies.',
  },
  variableUnusable: {
    id: 'services.proxy.variableUnusable',
    defaultMessage: 'HTTPS_PROXY or ALL_PROXY is set, but not to the address of an HTTP, HTTPS or SOCKS proxy.',
  },
})

/** Requests that are not sent, and a vault that is not ready. */
export const requestMessages = defineMessages({
  noEnvironment: { id: 'services.request.noEnvironment', defaultMessage: '“{id}” is not the id of an environment.' },
  noScope: {
    id: 'services.request.noScope',
    defaultMessage: '“{id}” is not the id of a subscription, group or resource.',
  },
  noPrincipal: {
    id: 'services.request.noPrincipal',
    defaultMessage: '“{id}” is not the object id of a person, group or identity.',
  },
  noResource: { id: 'services.request.noResource', defaultMessage: '“{id}” is not the id of a resource.' },
  vaultFailed: {
    id: 'services.request.vaultFailed',
    defaultMessage: 'Azure made the key vault {vault}, but its state is {state}.',
  },
  vaultBeingMade: { id: 'services.request.vaultBeingMade', defaultMessage: 'The key vault {vault} is still being made.' },
  vaultNotShown: {
    id: 'services.request.vaultNotShown',
    defaultMessage: 'Azure took the key vault {vault} and does not show it.',
  },
})
