import { defineMessages, type Message } from '../messages/message.ts'

const messages = defineMessages('start.leftOut', {
  untrusted: {
    id: 'start.leftOut.untrusted',
    defaultMessage:
      'The environment variable {variable} is set. It would make connections trust any server, so the wizard ignores it. Who set it up can remove it.',
  },
  keys: {
    id: 'start.leftOut.keys',
    defaultMessage:
      'The environment variable {variable} is set. It would save the keys of encrypted connections, so the wizard ignores it. Who set it up can remove it.',
  },
  prints: {
    id: 'start.leftOut.prints',
    defaultMessage:
      'The environment variable {variable} is set. It could print tokens, so the wizard ignores it. Who set it up can remove it.',
  },
})

/**
 * Variables that switch off the check of certificates, or write down what is sent, by what they would do. The last two of the first kind are
 * Azure CLI's, which the wizard starts for signing in.
 */
const HARMS = {
  NODE_TLS_REJECT_UNAUTHORIZED: 'untrusted',
  AZURE_CLI_DISABLE_CONNECTION_VERIFICATION: 'untrusted',
  ADAL_PYTHON_SSL_NO_VERIFY: 'untrusted',
  SSLKEYLOGFILE: 'keys',
  NODE_DEBUG: 'prints',
  NODE_DEBUG_NATIVE: 'prints',
  AZURE_LOG_LEVEL: 'prints',
  DEBUG: 'prints',
} as const

export type LeftOut = keyof typeof HARMS

const isLeftOut = (name: string): name is LeftOut => Object.hasOwn(HARMS, name)

/** Names of all variables that the wizard ignores. */
export const LEFT_OUT: readonly LeftOut[] = Object.keys(HARMS).filter(isLeftOut)

/** Says which variable is ignored, and what it would do. */
export const leftOutMessage = (variable: LeftOut): Message => messages[HARMS[variable]]({ variable })
