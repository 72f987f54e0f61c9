import type { Rectangle } from 'electron'

const WANTED = { width: 1280, height: 860 }

const contains = (area: Rectangle, { x, y }: { readonly x: number; readonly y: number }): boolean =>
  x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height

/**
 * Place of the trainer's window: on another screen, otherwise over the main window.
 * @param screens free area of each, primary first
 * @param classWindow its current place
 */
export function presenterPlace(screens: readonly Rectangle[], classWindow: Rectangle): Rectangle {
  const middle = { x: classWindow.x + classWindow.width / 2, y: classWindow.y + classWindow.height / 2 }
  const shared = screens.find((area) => contains(area, middle)) ?? screens[0] ?? { x: 0, y: 0, ...WANTED }
  const area = screens.find((each) => each !== shared) ?? shared
  const width = Math.min(WANTED.width, area.width)
  const height = Math.min(WANTED.height, area.height)
  return { x: Math.round(area.x + (area.width - width) / 2), y: Math.round(area.y + (area.height - height) / 2), width, height }
}
