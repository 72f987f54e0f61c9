import { defineMessages } from '#machines/messages/message.ts'

export const messages = defineMessages('services.signIn', {
  memoryOnly:
    'This computer has no keyring to protect a sign-in (on Linux: GNOME Keyring or KWallet, unlocked). We keep your sign-in in memory only, so you’ll sign in again after the next start.',
  clockDiffers:
    'This computer’s clock is {minutes, plural, one {# minute} other {# minutes}} {side, select, ahead {ahead of} other {behind}} Microsoft’s services. Waits and start times follow the services. Correct the clock in the system settings.',
  setAside:
    'A sign-in saved on this computer couldn’t be read: it was damaged, or another keyring sealed it. It’s kept as {file} with the sign-ins until you sign out.',
})

/** Named where the wizard waits for it. */
export const waitMessages = defineMessages('services.wait', { managedIdentity: 'managed identity' })

export const toolMessages = defineMessages('services.tool', {
  planted:
    'The current folder, {folder}, has a file named {program}. Windows would run it instead of the installed PowerShell, so nothing was run. Start the wizard from another folder.',
})

export const browserMessages = defineMessages('services.browser', {
  done: 'Signed in',
  doneText: 'You can close this page and return to the CMK Enablement Wizard.',
  failed: 'Not signed in',
  failedText: 'Close this page and return to the CMK Enablement Wizard to see what happened and what to do.',
  refused: 'The sign-in page answered with {code}.',
  refusedWithoutCode: 'The sign-in page refused without a code that the wizard recognizes.',
})
