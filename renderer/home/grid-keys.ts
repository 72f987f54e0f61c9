import type { KeyboardEvent } from 'react'

/** Where the focus goes in a grid whose rows hold a few controls each. */
export interface Move {
  /** By how many rows; the ends of the grid are as far as it goes. */
  readonly rows: number
  /** By how many controls within the row. */
  readonly controls: number
}

const PAGE = 10
const ALL = Number.MAX_SAFE_INTEGER

/** What a key does: up and down over the rows, sideways over the controls of one. Nothing for keys that are not the grid's. */
export function moveOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent, isRightToLeft: boolean): Move | undefined {
  if (altKey || metaKey || shiftKey) return undefined
  const forward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight'
  const back = isRightToLeft ? 'ArrowRight' : 'ArrowLeft'
  switch (key) {
    case 'ArrowDown':
      return { rows: 1, controls: 0 }
    case 'ArrowUp':
      return { rows: -1, controls: 0 }
    case 'PageDown':
      return { rows: PAGE, controls: 0 }
    case 'PageUp':
      return { rows: -PAGE, controls: 0 }
    case 'Home':
      return ctrlKey ? { rows: -ALL, controls: 0 } : { rows: 0, controls: -ALL }
    case 'End':
      return ctrlKey ? { rows: ALL, controls: 0 } : { rows: 0, controls: ALL }
    case forward:
      return { rows: 0, controls: 1 }
    case back:
      return { rows: 0, controls: -1 }
    default:
      return undefined
  }
}

/** A place within bounds. */
export const within = (place: number, count: number): number => Math.max(0, Math.min(count - 1, place))
