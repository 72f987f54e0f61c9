import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { APP_ORIGIN } from '../window/app-address.ts'

/**
 * A message counts only when it comes from the top frame of our own window, and that frame shows our own page.
 * @param own the one window's contents
 */
export function isOwnPage(event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>, own: Pick<WebContents, 'id'>): boolean {
  const frame = event.senderFrame
  // Electron gives no frame once the page has gone.
  if (frame === null || event.sender.id !== own.id) return false
  return frame.parent === null && frame.origin === APP_ORIGIN
}
