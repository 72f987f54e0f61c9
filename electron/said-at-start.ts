import { app, dialog } from 'electron'
import type { LeftOut } from '#machines/environment/left-out.ts'
import type { DisplayText } from '#machines/messages/message.ts'

/**
 * Says in the terminal why the wizard doesn't open.
 * @param inDialog as well, where no terminal shows it, such as after a start by an icon
 * @returns once a person has read the dialog
 */
export async function sayWhyNotOpened(why: DisplayText, inDialog: boolean): Promise<void> {
  const { startFormatter } = await import('#messages/start.ts')
  const message = startFormatter.text(why)
  console.error(message)
  if (!inDialog || process.stderr.isTTY) return
  await app.whenReady()
  // Not showErrorBox: before Electron is ready it shows nothing on Linux, and afterwards it stops the process.
  await dialog.showMessageBox({ type: 'error', title: app.name, message })
}

/** Says in the terminal which variables are ignored; the window says it as well. */
export async function sayLeftOut(leftOut: readonly LeftOut[]): Promise<void> {
  if (leftOut.length === 0) return
  const [{ startFormatter }, { leftOutMessage }] = await Promise.all([
    import('#messages/start.ts'),
    import('#machines/environment/left-out.ts'),
  ])
  for (const variable of leftOut) console.error(startFormatter.text(leftOutMessage(variable)))
}
