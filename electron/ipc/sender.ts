import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { APP_ORIGIN } from '../window/app-address.ts'

/** Accepts only messages from our window's top frame showing our page. @param own contents of the window */
export function isOwnPage(event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>, own: Pick<WebContents, 'id'>): boolean {
  const frame = event.senderFrame
  // Electron sends no frame once the page is gone.
  if (frame === null || event.sender.id !== own.id) return false
  return frame.parent === null && frame.origin === APP_ORIGIN
}
