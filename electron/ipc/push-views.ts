import type { BrowserWindow } from 'electron'
import type { WizardHost } from '../wizard-host.ts'
import { PUSH_VIEW } from './channels.ts'
import { windowTitle } from './window-title.ts'

/**
 * Sends every new view to the page, and keeps the window's title with it. The page's own title is not taken over: what
 * says that this is practice comes from main.
 */
export function pushViews(window: BrowserWindow, host: Pick<WizardHost, 'view' | 'subscribe'>): void {
  window.on('page-title-updated', (event) => event.preventDefault())
  window.setTitle(windowTitle(host.view()))
  const end = host.subscribe((view) => {
    if (window.isDestroyed()) return
    window.setTitle(windowTitle(view))
    window.webContents.send(PUSH_VIEW, view)
  })
  window.once('closed', end)
}
