import { defineMessages } from '../../machines/messages/message.ts'

/** Words where the sign-in has ended and something is open. */
export const signInAgain = defineMessages({
  heading: { id: 'window.signInAgain.heading', defaultMessage: 'Sign-in' },
  why: {
    id: 'window.signInAgain.why',
    defaultMessage: 'Sign in again as the same person to continue. Open work isn’t lost.',
  },
  running: { id: 'window.signInAgain.running', defaultMessage: 'Signing in again. Operations at Microsoft continue.' },
  elsewhere: {
    id: 'window.signInAgain.elsewhere',
    defaultMessage:
      'This sign-in needs a secret, which the wizard doesn’t store. Go to the start page, open this environment again, and enter the secret. Then the wait continues.',
  },
  go: { id: 'window.signInAgain.go', defaultMessage: 'Sign in again' },
  cancel: { id: 'window.signInAgain.cancel', defaultMessage: 'Not now' },
})
