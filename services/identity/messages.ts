import { defineMessages } from '../../machines/messages/message.ts'

/** What a person is told beside a sign-in that succeeded. */
export const messages = defineMessages('services.signIn', {
  memoryOnly:
    'This computer has no keyring to protect a sign-in (on Linux: GNOME Keyring or KWallet, unlocked). We keep your sign-in in memory only, so you’ll sign in again after the next start.',
  setAside:
    'A sign-in saved on this computer couldn’t be read: it was damaged, or another keyring sealed it. It’s kept as {file} with the sign-ins until you sign out.',
})

/** The page of the browser at the end of a sign-in. */
export const browserMessages = defineMessages('services.browser', {
  done: 'Signed in',
  doneText: 'You can close this page and return to the CMK Enablement Wizard.',
  failed: 'Not signed in',
  failedText: 'Close this page and return to the CMK Enablement Wizard to see what happened and what to do.',
})
