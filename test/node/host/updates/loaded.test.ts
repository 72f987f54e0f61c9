import { expect, it } from 'vitest'
import { loadedFiles } from '../../../../tools/loaded-files.mjs'

const UPDATES = /^node\/(?:services|host)\/updates\//
const atOnce = (entry: string) => loadedFiles(entry, { later: false })

it('nothing about updates is loaded at the start', () => {
  expect(atOnce('node/host/updates/start.ts').some((file) => UPDATES.test(file))).toBe(true)
  for (const entry of ['electron/main.ts', 'electron/wizard.ts', 'electron/electron-host.ts']) {
    expect(atOnce(entry).filter((file) => UPDATES.test(file))).toEqual([])
  }
})

it('electron-updater is loaded only to download: not to look for updates', () => {
  expect(atOnce('node/host/updates/start.ts')).toContain('node/host/updates/updates.ts')
  for (const file of ['node/services/updates/installer.ts', 'node/services/updates/downloads.ts'])
    expect(atOnce('node/host/updates/start.ts')).not.toContain(file)
})
