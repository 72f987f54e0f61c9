/** Words where the sign-in has ended and something is open. */
export const signInAgain = {
  heading: 'Sign-in',
  why: 'Sign in again as the same person, and everything goes on from here. Nothing that is open is lost.',
  running: 'Signing in again. What goes on at Microsoft goes on meanwhile.',
  elsewhere:
    'This sign-in needs a secret, which the wizard does not keep. Go to the start page, open this environment again and enter the secret: the wait is found there and goes on.',
  go: 'Sign in again',
  cancel: 'Do not sign in now',
} as const
