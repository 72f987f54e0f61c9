import { defineMessages } from '../../machines/messages/message.ts'

export const signInAgain = defineMessages('window.signInAgain', {
  heading: 'Sign-in',
  why: 'Sign in again as the same person to continue. Open work isn’t lost.',
  running: 'Signing in again. Operations at Microsoft continue.',
  elsewhere:
    'This sign-in needs a secret, which the wizard doesn’t store. Go to the start page, open this environment again, and enter the secret. Then the wait continues.',
  go: 'Sign in again',
  cancel: 'Not now',
})
