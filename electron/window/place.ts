import type { ProfileFile } from '#node/records/profile-file.ts'
import type { WindowPlace } from '#node/records/window-place.ts'

interface Size {
  readonly width: number
  readonly height: number
}
export interface Area extends Size {
  readonly x: number
  readonly y: number
}

export type Opening = Size & { readonly x?: number; readonly y?: number; readonly maximized: boolean }

export const SMALLEST: Size = { width: 480, height: 400 }
const USUAL: Size = { width: 1200, height: 800 }

const GRIP: Size = { width: 120, height: 24 }

const within = (wanted: number, smallest: number, room: number): number => Math.max(smallest, Math.min(wanted, room))

const sizeIn = (room: Size, { width, height }: Size): Size => ({
  width: within(width, SMALLEST.width, room.width),
  height: within(height, SMALLEST.height, room.height),
})

const overlap = (from: number, length: number, otherFrom: number, otherLength: number): number =>
  Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom)

const shows = (display: Area, { x, y, width }: Area): boolean =>
  overlap(x, width, display.x, display.width) >= GRIP.width && overlap(y, GRIP.height, display.y, display.height) >= GRIP.height

/** Restores the window's place if a display still shows it. @param primary work area for new windows @param displays work areas of all */
export function openingOf({ bounds, maximized }: WindowPlace, primary: Size, displays: readonly Area[]): Opening {
  for (const display of bounds ? displays : []) {
    const area = bounds && { ...bounds, ...sizeIn(display, bounds) }
    if (area && shows(display, area)) return { ...area, maximized }
  }
  return { ...sizeIn(primary, USUAL), maximized }
}

export interface Placed {
  on(event: 'close', listener: () => void): unknown
  getNormalBounds(): Area
  isMaximized(): boolean
}

/** Saves the window's place on closing. @returns resolves when saved */
export function keepPlace(window: Placed, file: Pick<ProfileFile<WindowPlace>, 'write'>): () => Promise<void> {
  let saved = Promise.resolve()
  window.on('close', () => {
    const { x, y, width, height } = window.getNormalBounds()
    saved = file
      .write({ bounds: { x, y, width, height }, maximized: window.isMaximized() })
      .catch((error: unknown) => console.error('The place of the window could not be kept:', error))
  })
  return () => saved
}
