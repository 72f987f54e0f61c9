import { PUSH_VIEW } from '../../../ipc/channels.ts'
import { parseView } from '../../../ipc/view-schema.ts'
import type { WizardView } from '../../../messages/view.ts'
import type { Wizard } from '../launch.ts'

/**
 * Shows the window another view than main holds: for what only days without a network or a sign-in bring about. It is drawn as any other,
 * and the next one of main takes its place.
 */
export async function showInstead({ main, page }: Wizard, change: (view: WizardView) => WizardView): Promise<void> {
  const parsed = parseView(await page.evaluate(() => window.wizard.getView()))
  if (!parsed.ok) throw new Error(parsed.why)
  const changed = { ...change(parsed.view), revision: parsed.view.revision + 0.5 }
  await main.evaluate(({ BrowserWindow }, [channel, view]) => BrowserWindow.getAllWindows()[0]?.webContents.send(channel, view), [
    PUSH_VIEW,
    changed,
  ] as const)
}
