import { defined } from '#machines/defined.ts'
import { notForHere, type OpenedHandOver } from '#machines/engine/handoff/hand-over.ts'
import { type HandingOver, handOverOf } from '#machines/engine/handoff/make.ts'
import { stepIds } from '#machines/engine/procedure.ts'
import type { WizardContext } from '#machines/engine/wizard/context.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import type { ContentOf } from '../engagement/journal/entry.ts'
import type { Journal } from '../engagement/journal/journal.ts'
import type { OpenedTenant } from '../engagement/record.ts'
import type { PickedFile } from '../open-file.ts'
import type { FileToSave, SaveFileOutcome } from '../save-file.ts'
import { checkHandOver, handOverFile } from './hand-over-file.ts'
import { handOverMessages as messages } from './messages.ts'

type Refused = { readonly ok: false; readonly why: DisplayText }

export interface Exchanging {
  /** Undefined while no tenant is open. */
  readonly context: WizardContext | undefined
  readonly open: OpenedTenant | undefined
  readonly journal: Journal | undefined
  readonly app: { readonly name: string; readonly version: string }
}

/** @param save asks for a place and writes @param handedOver records it once the file exists */
export async function giveHandOver(
  { context, open, journal, app }: Exchanging,
  wanted: HandingOver,
  save: (file: FileToSave) => Promise<SaveFileOutcome>,
  handedOver: (content: ContentOf<'handed-over'>) => Promise<void>,
): Promise<{ readonly ok: true; readonly value: { readonly savedAs?: string; readonly sha256: string } } | Refused> {
  const last = journal?.last()
  const handOver =
    open &&
    context &&
    handOverOf(
      context,
      wanted,
      { id: open.cloud.id, name: open.cloud.name },
      last && { head: last.hash, lines: last.sequence },
      open.clock.now(),
    )
  if (!open || !context || !handOver) return { ok: false, why: messages.nothingYet }
  const { sha256, ...file } = handOverFile(context.procedure, handOver, app, open.tenant.practice !== undefined)
  const saved = await save(file)
  if (!saved.ok) return saved
  const { savedAs } = saved.value
  const to = wanted.purpose === 'hand-back' ? context.choices.told?.by : undefined
  if (savedAs !== undefined)
    await handedOver({
      step: wanted.step,
      ...defined({ to }),
      file: savedAs,
      sha256,
      ...defined({ note: handOver.note }),
    })
  return { ok: true, value: { sha256, ...defined({ savedAs }) } }
}

/** Checks a handoff against the open engagement. Accepts nothing yet. */
export function receiveHandOver(
  { context, open }: Pick<Exchanging, 'context' | 'open'>,
  { name, text }: PickedFile,
): { readonly ok: true; readonly opened: OpenedHandOver } | Refused {
  if (!open || !context) return { ok: false, why: messages.signInFirst }
  const checked = checkHandOver(context.procedure, text)
  if (!checked.ok) return { ok: false, why: messages.nothingTaken({ why: checked.why }) }
  const { handOver, sha256 } = checked
  const { tenantId, tenantName } = open.services.account
  const { environmentId } = context.choices
  const displayName = stepIds(context.procedure)
    .map((step) => context.steps[step]?.reading?.environment?.displayName)
    .find((each) => each !== undefined)
  const why = notForHere(handOver, {
    cloudId: open.cloud.id,
    tenant: { id: tenantId, name: tenantName },
    ...(environmentId === undefined ? {} : { environment: { id: environmentId, ...defined({ displayName }) } }),
  })
  return why === undefined ? { ok: true, opened: { handOver, file: name.slice(0, 256), sha256 } } : { ok: false, why }
}
