import type { BrowserWindow } from 'electron'
import { PUSH_VIEW } from '#contract/channels.ts'
import { windowTitle } from '#contract/window-title.ts'
import type { SettableWizard } from '../first-page.ts'

/** Pushes views and updates the window title. The page's own title is ignored: the practice marker comes from the main process. */
export function pushViews(window: BrowserWindow, wizard: Pick<SettableWizard, 'view' | 'subscribe' | 'text' | 'backstage'>): void {
  window.on('page-title-updated', (event) => event.preventDefault())
  window.setTitle(wizard.text(windowTitle(wizard.view())))
  const end = wizard.subscribe((view) => {
    // On the way to a stage views change too fast to follow.
    if (window.isDestroyed() || wizard.backstage()?.staging.isUnderWay()) return
    window.setTitle(wizard.text(windowTitle(view)))
    window.webContents.send(PUSH_VIEW, view)
  })
  window.once('closed', end)
}
