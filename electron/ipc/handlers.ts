import { openLink } from '../window/external-links.ts'
import type { Mark } from '../window/marks.ts'
import type { WizardHost } from '../wizard-host.ts'
import type { CallHandlers } from './registrar.ts'

/** What the calls reach outside of the machine. */
export interface Outside {
  readonly openExternal: (address: string) => Promise<void>
  /** Electron 33 writes at once, later ones give a promise: both can be waited for. */
  readonly writeClipboard: (text: string) => void | Promise<void>
  readonly closeWindow: () => void
  readonly mark: (mark: Mark) => void
}

/**
 * What main does for each call of the window.
 * @param hosted the machine; a call that comes before it is there waits for it
 */
export function createHandlers(
  hosted: Promise<Pick<WizardHost, 'send' | 'advancePractice' | 'linkContext' | 'holdSecret'>>,
  outside: Outside,
): CallHandlers {
  return {
    'wizard:send': async (event) => (await hosted).send(event),
    'links:open': async (wanted) => openLink(wanted, (await hosted).linkContext(), outside.openExternal),
    'identity:hold-secret': async ({ secret }) => (await hosted).holdSecret(secret),
    'clipboard:write': async ({ text }) => {
      await outside.writeClipboard(text)
    },
    'practice:advance': async ({ hours }) => (await hosted).advancePractice(hours),
    'window:close': () => outside.closeWindow(),
    'marks:report': ({ mark }) => outside.mark(mark),
  }
}
