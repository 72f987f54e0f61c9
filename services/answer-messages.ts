import { defineMessages } from '../machines/messages/message.ts'

/** What the wizard says where a service's own words would stand, and the service gave none that can be read. */
export const answerMessages = defineMessages({
  withoutApp: {
    id: 'services.answer.withoutApp',
    defaultMessage: 'Dataverse answered without the linked app’s address.',
  },
  otherForm: {
    id: 'services.answer.otherForm',
    defaultMessage: 'The answer isn’t in the form that the service documents.',
  },
  otherFormBecause: {
    id: 'services.answer.otherFormBecause',
    defaultMessage: 'The answer isn’t in the form that the service documents: {problem}.',
  },
  otherFormAt: {
    id: 'services.answer.otherFormAt',
    defaultMessage: 'The answer isn’t in the form that the service documents at {place}: {problem}.',
  },
  nothing: { id: 'services.answer.nothing', defaultMessage: 'The service’s answer is empty.' },
  notJson: { id: 'services.answer.notJson', defaultMessage: 'The service answered with {type} instead of JSON.' },
  cutOff: {
    id: 'services.answer.cutOff',
    defaultMessage: 'The service answered with JSON that’s cut off or malformed.',
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
    defaultMessage: 'The list didn’t end after {pages, plural, one {# page} other {# pages}}.',
  },
  elsewhere: {
    id: 'services.answer.elsewhere',
    defaultMessage: 'The service answered {status} and redirected the request, as a proxy’s sign-in page does.',
  },
  silent: { id: 'services.answer.silent', defaultMessage: 'The service answered {status} without details.' },
  silentWithError: {
    id: 'services.answer.silentWithError',
    defaultMessage: 'The service answered {status} {error} without details.',
  },
  traced: { id: 'services.answer.traced', defaultMessage: '{said} Trace ID: {trace}' },
  foreignHost: {
    id: 'services.answer.foreignHost',
    defaultMessage: 'The address is on {host}, which isn’t one of this service’s hosts in this cloud. No sign-in was sent there.',
  },
  noDirectory: { id: 'services.answer.noDirectory', defaultMessage: 'The cloud file names no address for Microsoft Graph.' },
  noHost: { id: 'services.answer.noHost', defaultMessage: 'The address has no host. No sign-in was sent there.' },
})

/** What the sign-in service’s answers lack. */
export const signInAnswerMessages = defineMessages({
  elsewhere: {
    id: 'services.signInAnswer.elsewhere',
    defaultMessage: 'The answer redirects the request, as a network’s sign-in page does.',
  },
  notJson: { id: 'services.signInAnswer.notJson', defaultMessage: 'The answer isn’t JSON. It begins: {excerpt}' },
  empty: { id: 'services.signInAnswer.empty', defaultMessage: 'The answer isn’t JSON. It’s empty.' },
})

/** A proxy that lets nothing through. Names its host, never its user or password. */
export const proxyMessages = defineMessages({
  wantsSignIn: {
    id: 'services.proxy.wantsSignIn',
    defaultMessage: 'The proxy {proxy} answered 407: it requires its own sign-in.',
  },
  refused: {
    id: 'services.proxy.refused',
    defaultMessage: 'The proxy {proxy} answered {status} when asked for {target}.',
  },
  unreachable: {
    id: 'services.proxy.unreachable',
    defaultMessage: 'Can’t reach the proxy {proxy} ({error}).',
  },
  socksWantsSignIn: {
    id: 'services.proxy.socksWantsSignIn',
    defaultMessage: 'The SOCKS proxy {proxy} requires its own sign-in: {error}.',
  },
  socksRefused: {
    id: 'services.proxy.socksRefused',
    defaultMessage: 'The SOCKS proxy {proxy} refused the connection to {target}: {error}.',
  },
  systemUnusable: {
    id: 'services.proxy.systemUnusable',
    defaultMessage: 'The system’s proxies aren’t HTTP, HTTPS, or SOCKS proxies.',
  },
  variableUnusable: {
    id: 'services.proxy.variableUnusable',
    defaultMessage: 'HTTPS_PROXY or ALL_PROXY isn’t set to the address of an HTTP, HTTPS, or SOCKS proxy.',
  },
})

/** Requests that are not sent, and a vault that is not ready. */
export const requestMessages = defineMessages({
  readsOnly: {
    id: 'services.request.readsOnly',
    defaultMessage: 'The command line only reads. The request wasn’t sent.',
  },
  noEnvironment: { id: 'services.request.noEnvironment', defaultMessage: '“{id}” isn’t an environment ID.' },
  noScope: {
    id: 'services.request.noScope',
    defaultMessage: '“{id}” isn’t the ID of a subscription, resource group, or resource.',
  },
  noPrincipal: {
    id: 'services.request.noPrincipal',
    defaultMessage: '“{id}” isn’t the object ID of a user, group, or identity.',
  },
  noResource: { id: 'services.request.noResource', defaultMessage: '“{id}” isn’t a resource ID.' },
  vaultFailed: {
    id: 'services.request.vaultFailed',
    defaultMessage: 'Azure created the key vault {vault}, but its state is {state}.',
  },
  vaultBeingMade: { id: 'services.request.vaultBeingMade', defaultMessage: 'Azure is still creating the key vault {vault}.' },
  vaultNotShown: {
    id: 'services.request.vaultNotShown',
    defaultMessage: 'Azure accepted the key vault {vault} but doesn’t show it.',
  },
})
