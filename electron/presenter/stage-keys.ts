import type { BrowserWindow, Event, Input } from 'electron'
import { STAGE_KEYS } from '#contract/presenter-channels.ts'
import type { Presenting } from '#node/practice/presenting/presenting.ts'
import { bringToFront } from '../window/main-window.ts'

type StageKey = keyof typeof STAGE_KEYS

/** @returns meaning of a key for the main window; repeats are ignored */
export function stageKey({ type, key, isAutoRepeat, alt, control, meta, shift }: Input): StageKey | undefined {
  if (type !== 'keyDown' || isAutoRepeat || alt || control || meta || shift) return undefined
  if (key === STAGE_KEYS.swap) return 'swap'
  if (key === STAGE_KEYS.spotlight) return 'spotlight'
  return key === STAGE_KEYS.bare ? 'bare' : undefined
}

/** Handles keys in both windows before their pages. @returns unsubscribe */
export function listenForStageKeys(
  { classWindow, trainer }: { readonly classWindow: BrowserWindow; readonly trainer: BrowserWindow },
  presenting: Pick<Presenting, 'view' | 'act'>,
): () => void {
  const listenTo = (own: BrowserWindow, other: BrowserWindow) => {
    const { webContents } = own
    const onKey = (event: Event, input: Input) => {
      const pressed = stageKey(input)
      if (pressed === undefined) return
      event.preventDefault()
      if (pressed === 'swap') bringToFront(other)
      else presenting.act({ do: 'stage', what: pressed, on: !presenting.view().staging[pressed] })
    }
    webContents.on('before-input-event', onKey)
    return () => {
      if (!own.isDestroyed()) webContents.removeListener('before-input-event', onKey)
    }
  }
  const leaving = [listenTo(classWindow, trainer), listenTo(trainer, classWindow)]
  return () => {
    for (const leave of leaving) leave()
  }
}
