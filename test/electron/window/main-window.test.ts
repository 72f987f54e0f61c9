import { describe, expect, it } from 'vitest'
import { windowOptions } from '../../../electron/window/main-window.ts'

const surroundings = { preload: '/app/preload.cjs', dark: false, workArea: { width: 1920, height: 1040 }, packaged: true }

describe('the options of the window', () => {
  it('shut everything that could open the page up', () => {
    expect(windowOptions(surroundings).webPreferences).toEqual({
      preload: '/app/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    })
  })

  it('offer the developer tools only where the app is not packaged', () => {
    expect(windowOptions({ ...surroundings, packaged: false }).webPreferences?.devTools).toBe(true)
  })

  it('keep the window hidden until it is painted, on the colour of its page', () => {
    expect(windowOptions(surroundings)).toMatchObject({ show: false, backgroundColor: '#fafafa' })
    expect(windowOptions({ ...surroundings, dark: true })).toMatchObject({ show: false, backgroundColor: '#1f1f1f' })
  })

  it('make it 1200 by 800, and never larger than the free part of the screen', () => {
    expect(windowOptions(surroundings)).toMatchObject({ width: 1200, height: 800, minWidth: 480, minHeight: 400 })
    expect(windowOptions({ ...surroundings, workArea: { width: 1024, height: 700 } })).toMatchObject({ width: 1024, height: 700 })
  })
})
