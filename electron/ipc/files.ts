import type { Reply } from '#contract/contract.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import type { Formatter } from '#messages/formatter.ts'
import { refusalIn } from '#messages/refusal.ts'
import type { OpenDialog, PickedFile } from '#node/records/open-file.ts'
import type { FileToSave, SaveDialog } from '#node/records/save-file.ts'

export async function saved(words: Pick<Formatter, 'text'>, file: FileToSave, ask: SaveDialog) {
  const { saveFile } = await import('#node/records/save-file.ts')
  return refusalIn(words, await saveFile(file, ask))
}

/** Asks for a JSON file and passes it on; nothing if canceled. @param largest limit in bytes */
export async function picked(
  words: Pick<Formatter, 'text'>,
  ask: OpenDialog,
  name: DisplayText,
  largest: number,
  open: (file: PickedFile) => Promise<Reply>,
): Promise<Reply> {
  const { openFile } = await import('#node/records/open-file.ts')
  const opened = await openFile(ask, { name: words.text(name), extension: 'json' }, largest)
  if (!opened.ok) return refusalIn(words, opened)
  return opened.picked === undefined ? { ok: true } : open(opened.picked)
}
