import type { BrowserWindow } from 'electron'
import { PUSH_VIEW } from '../../ipc/channels.ts'
import { windowTitle } from '../../ipc/window-title.ts'
import type { SettableWizard } from '../first-page.ts'

/**
 * Sends every new view to the page, and keeps the window's title with it. The page's own title is not taken over: what
 * says that this is practice comes from main.
 */
export function pushViews(window: BrowserWindow, wizard: Pick<SettableWizard, 'view' | 'subscribe' | 'text' | 'backstage'>): void {
  window.on('page-title-updated', (event) => event.preventDefault())
  window.setTitle(wizard.text(windowTitle(wizard.view())))
  const end = wizard.subscribe((view) => {
    // On the way to a stage no one could follow what is shown.
    if (window.isDestroyed() || wizard.backstage()?.staging.isUnderWay()) return
    window.setTitle(wizard.text(windowTitle(view)))
    window.webContents.send(PUSH_VIEW, view)
  })
  window.once('closed', end)
}
