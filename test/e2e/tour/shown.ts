import { PUSH_VIEW } from '../../../ipc/channels.ts'
import type { WizardView } from '../../../messages/view.ts'
import { receivedView } from '../../received-view.ts'
import type { Wizard } from '../launch.ts'

/**
 * Shows the window another view than main holds: for what only days without a network or a sign-in bring about. It is drawn as any other,
 * and the next one of main takes its place.
 */
export async function showInstead({ main, page }: Wizard, change: (view: WizardView) => WizardView): Promise<void> {
  const view = receivedView(await page.evaluate(() => window.wizard.getView()))
  const changed = { ...change(view), revision: view.revision + 0.5 }
  await main.evaluate(({ BrowserWindow }, [channel, shown]) => BrowserWindow.getAllWindows()[0]?.webContents.send(channel, shown), [
    PUSH_VIEW,
    changed,
  ] as const)
}

/** Keeps back what main pushes, or no longer: a page that follows an operation is pushed again at any moment. What was kept back is lost. */
export const holdPushes = ({ main }: Wizard, held: boolean): Promise<void> =>
  main.evaluate(
    ({ BrowserWindow }, [channel, hold]) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      if (contents === undefined) return
      Reflect.deleteProperty(contents, 'send')
      if (!hold) return
      const send = contents.send.bind(contents)
      contents.send = (...words) => {
        if (words[0] !== channel) send(...words)
      }
    },
    [PUSH_VIEW, held] as const,
  )
