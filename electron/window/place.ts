import type { ProfileFile } from '../../records/profile-file.ts'
import type { WindowPlace } from '../../records/window-place.ts'

/** Device-independent pixels. */
interface Size {
  readonly width: number
  readonly height: number
}
export interface Area extends Size {
  readonly x: number
  readonly y: number
}

/** Where a window opens; without a position the system centers it. */
export type Opening = Size & { readonly x?: number; readonly y?: number; readonly maximized: boolean }

export const SMALLEST: Size = { width: 480, height: 400 }
const USUAL: Size = { width: 1200, height: 800 }

/** As much of a title bar as a person needs to take hold of a window. */
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

/**
 * Puts the window where it was, as long as a display still shows it there.
 * @param primary free part of the display on which windows open
 * @param displays free parts of all of them
 */
export function openingOf({ bounds, maximized }: WindowPlace, primary: Size, displays: readonly Area[]): Opening {
  for (const display of bounds ? displays : []) {
    const area = bounds && { ...bounds, ...sizeIn(display, bounds) }
    if (area && shows(display, area)) return { ...area, maximized }
  }
  return { ...sizeIn(primary, USUAL), maximized }
}

/** The part of the window that knows where it is. */
export interface Placed {
  on(event: 'close', listener: () => void): unknown
  getNormalBounds(): Area
  isMaximized(): boolean
}

/**
 * Keeps the window's place whenever it closes.
 * @returns resolves when the last one is on the disk
 */
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
