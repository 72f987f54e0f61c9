import { PUSH_VIEW } from '#contract/channels.ts'
import type { Formatter } from '#messages/formatter.ts'
import type { WizardView } from '#messages/view.ts'
import { receivedView } from '../../received-view.ts'
import type { Wizard } from '../launch.ts'
import { wordsOf } from './words.ts'

/**
 * Shows the window another view than main holds: for what only days without a network or a sign-in bring about. It is drawn as any other,
 * and the next one of main takes its place.
 */
export async function showInstead({ main, page }: Wizard, change: (view: WizardView, words: Formatter) => WizardView): Promise<void> {
  const view = receivedView(await page.evaluate(() => window.wizard.getView()))
  const changed = { ...change(view, wordsOf(view.language)), revision: view.revision + 0.5 }
  await main.evaluate(({ BrowserWindow }, [channel, shown]) => BrowserWindow.getAllWindows()[0]?.webContents.send(channel, shown), [
    PUSH_VIEW,
    changed,
  ] as const)
}
