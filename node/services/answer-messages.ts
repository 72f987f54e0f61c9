import { defineMessages } from '#machines/messages/message.ts'

export const answerMessages = defineMessages('services.answer', {
  withoutApp: 'Dataverse answered without the linked app’s address.',
  otherForm: 'The answer isn’t in the form that the service documents.',
  otherFormBecause: 'The answer isn’t in the form that the service documents: {problem}.',
  otherFormAt: 'The answer isn’t in the form that the service documents at {place}: {problem}.',
  nothing: 'The service’s answer is empty.',
  notJson: 'The service answered with {type} instead of JSON.',
  cutOff: 'The service answered with JSON that’s cut off or malformed.',
  page: 'A web page came back instead of the service’s answer.',
  begins: '{problem} The answer begins: {excerpt}',
  empty: '{problem} The answer is empty.',
  noAnswer: 'No answer within {seconds, plural, one {# second} other {# seconds}}.',
  endless: 'The list didn’t end after {pages, plural, one {# page} other {# pages}}.',
  tooLong:
    '{host} answered with more than {size, number} MB. The wizard stopped reading, and used nothing of it. Something between this computer and the service may have replaced the answer. Try again, then ask your network team.',
  tooMany:
    '{host} answered with more than {count, number} values, which this service never sends. The wizard used nothing of it. Something between this computer and the service may have replaced the answer. Try again, then ask your network team.',
  tooDeep:
    '{host} answered with JSON nested more than {levels, number} levels deep, which this service never sends. The wizard used nothing of it. Something between this computer and the service may have replaced the answer. Try again, then ask your network team.',
  elsewhere: 'The service answered {status} and redirected the request, as a proxy’s sign-in page does.',
  silent: 'The service answered {status} without details.',
  silentWithError: 'The service answered {status} {error} without details.',
  traced: '{said} Trace ID: {trace}',
  foreignHost: 'The address is on {host}, which isn’t one of this service’s hosts in this cloud. No sign-in was sent there.',
  noDirectory: 'The cloud file names no address for Microsoft Graph.',
  noHost: 'The address has no host. No sign-in was sent there.',
})

export const signInAnswerMessages = defineMessages('services.signInAnswer', {
  elsewhere: 'The answer redirects the request, as a network’s sign-in page does.',
  notJson: 'The answer isn’t JSON. It begins: {excerpt}',
  empty: 'The answer isn’t JSON. It’s empty.',
})

/** Names the proxy's host, never its user or password. */
export const proxyMessages = defineMessages('services.proxy', {
  wantsSignIn: 'The proxy {proxy} answered 407: it requires its own sign-in.',
  refused: 'The proxy {proxy} answered {status} when asked for {target}.',
  unreachable: 'Can’t reach the proxy {proxy} ({error}).',
  socksWantsSignIn: 'The SOCKS proxy {proxy} requires its own sign-in: {error}.',
  socksRefused: 'The SOCKS proxy {proxy} refused the connection to {target}: {error}.',
  systemUnusable: 'The system’s proxies aren’t HTTP, HTTPS, or SOCKS proxies.',
  variableUnusable: 'HTTPS_PROXY or ALL_PROXY isn’t set to the address of an HTTP, HTTPS, or SOCKS proxy.',
})

export const requestMessages = defineMessages('services.request', {
  readsOnly: 'Only reading is allowed here. The request wasn’t sent.',
  noEnvironment: '“{id}” isn’t an environment ID.',
  noPrincipal: '“{id}” isn’t the object ID of a user, group, or identity.',
  noResource: '“{id}” isn’t a resource ID.',
  vaultFailed: 'Azure created the key vault {vault}, but its state is {state}.',
  vaultBeingMade: 'Azure is still creating the key vault {vault}.',
  vaultNotShown: 'Azure accepted the key vault {vault} but doesn’t show it.',
  groupBeingDeleted: 'Azure is still deleting the resource group {name}.',
  alertFailed: 'Azure accepted the event subscription {name}, but its state is {state}.',
  alertBeingMade: 'Azure is still creating the event subscription {name}.',
  alertNotShown: 'Azure accepted the event subscription {name} but doesn’t show it.',
})
