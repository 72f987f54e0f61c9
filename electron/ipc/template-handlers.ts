import type { CallReply } from '#contract/contract.ts'
import { refusalIn } from '#messages/refusal.ts'
import type { KeysHost } from '#node/host/customer-managed-keys.ts'
import type { OpenDialog } from '#node/records/open-file.ts'
import type { SaveDialog } from '#node/records/save-file.ts'
import type { TemplatesFile } from '#node/records/templates/templates-file.ts'
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
      import('#node/records/save-file.ts'),
      import('#node/records/templates/templates-file.ts'),
      host(),
      templates(),
    ])
    return refusalIn(wizard, await saveFile({ name: 'cmk-templates.json', content: writeTemplates(await file.read()) }, askWhereToSave))
  },
  'templates:open': async () => {
    const [{ openFile }, { LARGEST_TEMPLATES }, { templateMessages }, wizard, file] = await Promise.all([
      import('#node/records/open-file.ts'),
      import('#node/records/templates/templates-file.ts'),
      import('#node/records/templates/messages.ts'),
      host(),
      templates(),
    ])
    const opened = await openFile(askForFile, { name: wizard.text(templateMessages.files), extension: 'json' }, LARGEST_TEMPLATES)
    if (!opened.ok) return { ok: false, why: wizard.text(opened.why) }
    if (!opened.picked) return { ok: true, value: await file.read() }
    return told(wizard, await file.take(opened.picked.text, opened.picked.name))
  },
})
