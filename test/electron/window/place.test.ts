import { describe, expect, it, vi } from 'vitest'
import { type Area, keepPlace, openingOf } from '#electron/window/place.ts'
import type { WindowPlace } from '#node/records/window-place.ts'

const PRIMARY: Area = { x: 0, y: 25, width: 1920, height: 1015 }
const LEFT: Area = { x: -1280, y: 0, width: 1280, height: 720 }
const area = (x: number, y: number, width: number, height: number): Area => ({ x, y, width, height })
const USUAL = { width: 1200, height: 800, maximized: false }

describe('the place in which the window opens', () => {
  it.each<[string, WindowPlace['bounds'], readonly Area[], object]>([
    ['is the system’s choice before it was ever closed', undefined, [PRIMARY], USUAL],
    ['is where it was', area(200, 100, 900, 700), [PRIMARY], { ...area(200, 100, 900, 700), maximized: false }],
    [
      'is where it was on a second display',
      area(-1200, 10, 1000, 600),
      [PRIMARY, LEFT],
      { ...area(-1200, 10, 1000, 600), maximized: false },
    ],
    ['is the system’s choice where that display is gone', area(-1200, 10, 1000, 600), [PRIMARY], USUAL],
    [
      'is where it was with its right half outside',
      area(1500, 100, 900, 700),
      [PRIMARY],
      { ...area(1500, 100, 900, 700), maximized: false },
    ],
    ['is the system’s choice where only an edge would be in sight', area(1880, 100, 900, 700), [PRIMARY], USUAL],
    ['is the system’s choice where its title bar would be above the display', area(200, -300, 900, 700), [PRIMARY], USUAL],
    ['is the system’s choice where it would be below the display', area(200, 1035, 900, 700), [PRIMARY], USUAL],
    ['is smaller on a display that has become smaller', area(0, 25, 2500, 1400), [PRIMARY], { ...PRIMARY, maximized: false }],
    ['is never smaller than its pages fit into', area(10, 30, 100, 50), [PRIMARY], { ...area(10, 30, 480, 400), maximized: false }],
  ])('%s', (_where, bounds, displays, expected) => {
    expect(openingOf({ ...(bounds ? { bounds } : {}), maximized: false }, PRIMARY, displays)).toEqual(expected)
  })

  it('is never larger than the free part of the screen', () => {
    expect(openingOf({ maximized: false }, { width: 1024, height: 700 }, [])).toEqual({ width: 1024, height: 700, maximized: false })
  })

  it('is maximized where it was, also where the display it was on is gone', () => {
    expect(openingOf({ bounds: area(200, 100, 900, 700), maximized: true }, PRIMARY, [PRIMARY])).toMatchObject({ x: 200, maximized: true })
    expect(openingOf({ bounds: area(-1200, 10, 900, 700), maximized: true }, PRIMARY, [PRIMARY])).toEqual({ ...USUAL, maximized: true })
  })
})

describe('the place of the window', () => {
  function closing(write: (place: WindowPlace) => Promise<void>) {
    let close: () => void = () => undefined
    const saved = keepPlace(
      {
        on: (_event, listener) => (close = listener),
        getNormalBounds: () => ({ ...area(200, 100, 900, 700), more: 'of Electron' }),
        isMaximized: () => true,
      },
      { write },
    )
    return { saved, close: () => close() }
  }

  it('is kept when it closes: the one it has without being maximized, and that it is', async () => {
    const write = vi.fn(async () => undefined)
    const { saved, close } = closing(write)
    await saved()
    expect(write).not.toHaveBeenCalled()
    close()
    await saved()
    expect(write).toHaveBeenCalledExactlyOnceWith({ bounds: area(200, 100, 900, 700), maximized: true })
  })

  it('keeps no one from closing the app where it cannot be kept; the log says why', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { saved, close } = closing(() => Promise.reject(new Error('The disk is full.')))
    close()
    await expect(saved()).resolves.toBeUndefined()
    expect(log).toHaveBeenCalledOnce()
    log.mockRestore()
  })
})
