import type { KeysHost } from '../../host/customer-managed-keys.ts'
import type { CallReply } from '../../ipc/contract.ts'
import { refusalIn } from '../../messages/refusal.ts'
import type { OpenDialog } from '../../records/open-file.ts'
import type { SaveDialog } from '../../records/save-file.ts'
import type { TemplatesFile } from '../../records/templates/templates-file.ts'
import type { CallHandlers } from './registrar.ts'

interface Outside {
  readonly templates: () => Promise<TemplatesFile>
  readonly askForFile: OpenDialog
  readonly askWhereToSave: SaveDialog
}

type Wizard = Pick<KeysHost, 'text'>

const told = (wizard: Wizard, changed: Awaited<ReturnType<TemplatesFile['change']>>): CallReply<'templates:change'> =>
  changed.ok ? changed : { ok: false, why: wizard.text(changed.why) }

/** Templates are files and need no tenant. */
export const templateHandlers = (
  host: () => Promise<Wizard>,
  { templates, askForFile, askWhereToSave }: Outside,
): Pick<CallHandlers, 'templates:read' | 'templates:change' | 'templates:save' | 'templates:open'> => ({
  'templates:read': async () => ({ ok: true, value: await (await templates()).read() }),
  'templates:change': async (wanted) => told(await host(), await (await templates()).change(wanted)),
  'templates:save': async () => {
    const [{ saveFile }, { writeTemplates }, wizard, file] = await Promise.all([
      import('../../records/save-file.ts'),
      import('../../records/templates/templates-file.ts'),
      host(),
      templates(),
    ])
    return refusalIn(wizard, await saveFile({ name: 'cmk-templates.json', content: writeTemplates(await file.read()) }, askWhereToSave))
  },
  'templates:open': async () => {
    const [{ openFile }, { LARGEST_TEMPLATES }, { templateMessages }, wizard, file] = await Promise.all([
      import('../../records/open-file.ts'),
      import('../../records/templates/templates-file.ts'),
      import('../../records/templates/messages.ts'),
      host(),
      templates(),
    ])
    const opened = await openFile(askForFile, { name: wizard.text(templateMessages.files), extension: 'json' }, LARGEST_TEMPLATES)
    if (!opened.ok) return { ok: false, why: wizard.text(opened.why) }
    if (!opened.picked) return { ok: true, value: await file.read() }
    return told(wizard, await file.take(opened.picked.text, opened.picked.name))
  },
})
