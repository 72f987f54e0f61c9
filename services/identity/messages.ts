import { defineMessages } from '../../machines/messages/message.ts'

/** What a person is told beside a sign-in that succeeded. */
export const messages = defineMessages({
  memoryOnly: {
    id: 'services.signIn.memoryOnly',
    defaultMessage:
      'This computer offers no keyring that protects a sign-in (on Linux: GNOME Keyring or KWallet, unlocked). So it is kept in memory only, and you will be asked to sign in again after the next start.',
  },
  setAside: {
    id: 'services.signIn.setAside',
    defaultMessage:
      'A sign-in that was kept on this computer could not be read: it was damaged, or another keyring sealed it. It is kept as {file} among the sign-ins until you sign out.',
  },
})

/** The page of the browser at the end of a sign-in. */
export const browserMessages = defineMessages({
  done: { id: 'services.browser.done', defaultMessage: 'Signed in' },
  doneText: {
    id: 'services.browser.doneText',
    defaultMessage: 'You can close this page and go back to the CMK Enablement Wizard.',
  },
  failed: { id: 'services.browser.failed', defaultMessage: 'Not signed in' },
  failedText: {
    id: 'services.browser.failedText',
    defaultMessage: 'Close this page and go back to the CMK Enablement Wizard: it says what happened and what to do.',
  },
})
