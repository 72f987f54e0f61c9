import type { KeyboardEvent } from 'react'

/** Focus movement in a grid whose rows hold several controls. */
export interface Move {
  /** Number of rows; clamped at the ends. */
  readonly rows: number
  readonly controls: number
}

const PAGE = 10
const ALL = Number.MAX_SAFE_INTEGER

/** Up and down for rows, sideways for controls; undefined for other keys. */
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

export const within = (place: number, count: number): number => Math.max(0, Math.min(count - 1, place))
