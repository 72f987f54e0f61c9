import { defineMessages } from '../../machines/messages/message.ts'

/** What a person is told beside a sign-in that succeeded. */
export const messages = defineMessages({
  memoryOnly: {
    id: 'services.signIn.memoryOnly',
    defaultMessage:
      'This computer has no keyring to protect a sign-in (on Linux: GNOME Keyring or KWallet, unlocked). We keep your sign-in in memory only, so you’ll sign in again after the next start.',
  },
  setAside: {
    id: 'services.signIn.setAside',
    defaultMessage:
      'A sign-in saved on this computer couldn’t be read: it was damaged, or another keyring sealed it. It’s kept as {file} with the sign-ins until you sign out.',
  },
})

/** The page of the browser at the end of a sign-in. */
export const browserMessages = defineMessages({
  done: { id: 'services.browser.done', defaultMessage: 'Signed in' },
  doneText: {
    id: 'services.browser.doneText',
    defaultMessage: 'You can close this page and return to the CMK Enablement Wizard.',
  },
  failed: { id: 'services.browser.failed', defaultMessage: 'Not signed in' },
  failedText: {
    id: 'services.browser.failedText',
    defaultMessage: 'Close this page and return to the CMK Enablement Wizard to see what happened and what to do.',
  },
})
