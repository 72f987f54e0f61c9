import { openLink } from '../window/external-links.ts'
import type { Mark } from '../window/marks.ts'
import type { OpenDialog } from '../window/open-file.ts'
import type { SaveDialog } from '../window/save-file.ts'
import type { WizardHost } from '../wizard-host.ts'
import type { CallHandlers } from './registrar.ts'

/** What the calls reach outside of the machine. */
export interface Outside {
  readonly openExternal: (address: string) => Promise<void>
  /** Electron 33 writes at once, later ones give a promise: both can be waited for. */
  readonly writeClipboard: (text: string) => void | Promise<void>
  /** Asks the person for a place; lets them call it off. */
  readonly askWhereToSave: SaveDialog
  /** Makes a PDF of a page that loads nothing. */
  readonly print: (html: string) => Promise<Uint8Array>
  /** Asks the person for a file; lets them call it off. */
  readonly askForFile: OpenDialog
  readonly closeWindow: () => void
  readonly mark: (mark: Mark) => void
}

/**
 * What main does for each call of the window.
 * @param hosted the machine; a call that comes before it is there waits for it
 */
export function createHandlers(
  hosted: Promise<
    Pick<
      WizardHost,
      | 'send'
      | 'advancePractice'
      | 'linkContext'
      | 'holdSecret'
      | 'writeScript'
      | 'openEngagement'
      | 'removeEngagement'
      | 'takeOver'
      | 'report'
      | 'handOver'
      | 'openHandOver'
    >
  >,
  outside: Outside,
): CallHandlers {
  return {
    'wizard:send': async (event) => (await hosted).send(event),
    'links:open': async (wanted) => openLink(wanted, (await hosted).linkContext(), outside.openExternal),
    'identity:hold-secret': async ({ secret }) => (await hosted).holdSecret(secret),
    'clipboard:write': async ({ text }) => {
      await outside.writeClipboard(text)
    },
    'script:write': async (wanted) => ({ ok: true, value: await (await hosted).writeScript(wanted) }),
    'script:save': async ({ script, file }) => {
      const written = await (await hosted).writeScript(script)
      const found = written.kind === 'files' ? written.files.find(({ name }) => name === file) : undefined
      if (found === undefined)
        return { ok: false, why: 'The plan has changed, and this file is no longer part of it. Look at it again, then save it.' }
      const { saveFile } = await import('../window/save-file.ts')
      return saveFile({ name: found.name, content: found.text }, outside.askWhereToSave)
    },
    'engagements:open': async ({ id }) => (await hosted).openEngagement(id),
    'engagements:remove': async ({ id }) => (await hosted).removeEngagement(id),
    'engagements:take-over': async () => (await hosted).takeOver(),
    'report:save': async ({ format }) => {
      const host = await hosted
      const file = await host.report(format, outside.print)
      if (file === undefined) return { ok: false, why: 'There is no journal yet. It begins when an environment is chosen.' }
      const { saveFile } = await import('../window/save-file.ts')
      return saveFile(file, outside.askWhereToSave)
    },
    'hand-over:save': async (wanted) => {
      const { saveFile } = await import('../window/save-file.ts')
      return (await hosted).handOver(wanted, (file) => saveFile(file, outside.askWhereToSave))
    },
    'hand-over:open': async () => {
      const [{ openFile }, { LARGEST_HAND_OVER }] = await Promise.all([
        import('../window/open-file.ts'),
        import('../hand-over/hand-over-file.ts'),
      ])
      const opened = await openFile(outside.askForFile, { name: 'Hand-over', extension: 'json' }, LARGEST_HAND_OVER)
      if (!opened.ok || opened.picked === undefined) return opened.ok ? { ok: true } : opened
      return (await hosted).openHandOver(opened.picked)
    },
    'practice:advance': async ({ hours }) => (await hosted).advancePractice(hours),
    'window:close': () => outside.closeWindow(),
    'marks:report': ({ mark }) => outside.mark(mark),
  }
}
