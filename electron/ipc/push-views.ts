import type { BrowserWindow } from 'electron'
import { PUSH_VIEW } from '../../ipc/channels.ts'
import { windowTitle } from '../../ipc/window-title.ts'
import type { Wizard } from '../first-page.ts'

/**
 * Sends every new view to the page, and keeps the window's title with it. The page's own title is not taken over: what
 * says that this is practice comes from main.
 */
export function pushViews(window: BrowserWindow, wizard: Pick<Wizard, 'view' | 'subscribe' | 'text'>): void {
  window.on('page-title-updated', (event) => event.preventDefault())
  window.setTitle(wizard.text(windowTitle(wizard.view())))
  const end = wizard.subscribe((view) => {
    if (window.isDestroyed()) return
    window.setTitle(wizard.text(windowTitle(view)))
    window.webContents.send(PUSH_VIEW, view)
  })
  window.once('closed', end)
}
