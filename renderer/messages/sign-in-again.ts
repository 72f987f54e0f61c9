import { defineMessages } from '../../machines/messages/message.ts'

/** Words where the sign-in has ended and something is open. */
export const signInAgain = defineMessages({
  heading: { id: 'window.signInAgain.heading', defaultMessage: 'Sign-in' },
  why: {
    id: 'window.signInAgain.why',
    defaultMessage: 'Sign in again as the same person to continue from here. Nothing that is open is lost.',
  },
  running: { id: 'window.signInAgain.running', defaultMessage: 'Signing in again. What runs at Microsoft continues.' },
  elsewhere: {
    id: 'window.signInAgain.elsewhere',
    defaultMessage:
      'This sign-in needs a secret, which the wizard doesn’t keep. Go to the start page, open this environment again and enter the secret: the wait continues there.',
  },
  go: { id: 'window.signInAgain.go', defaultMessage: 'Sign in again' },
  cancel: { id: 'window.signInAgain.cancel', defaultMessage: 'Do not sign in now' },
})
