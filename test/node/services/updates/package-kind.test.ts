import { expect, it } from 'vitest'
import { type Installation, packageKind } from '#node/services/updates/package-kind.ts'

it.each<[what: string, installation: Installation, kind: string | undefined]>([
  ['a .deb', { platform: 'linux', packageType: 'deb\n', hasUninstaller: false }, 'deb'],
  ['an .rpm', { platform: 'linux', packageType: 'rpm', hasUninstaller: false }, 'rpm'],
  ['an AppImage', { platform: 'linux', appImage: '/opt/wizard.AppImage', hasUninstaller: false }, 'AppImage'],
  ['a folder', { platform: 'linux', hasUninstaller: false }, undefined],
  ['a package of another system', { platform: 'linux', packageType: 'pacman', hasUninstaller: false }, undefined],
  ['what NSIS installed', { platform: 'win32', hasUninstaller: true }, 'nsis'],
  ['what an MSI installed', { platform: 'win32', hasUninstaller: false }, undefined],
  ['an app on macOS', { platform: 'darwin', hasUninstaller: false }, 'zip'],
])('%s replaces itself by its own kind, or not at all', (_what, installation, kind) => {
  expect(packageKind(installation)).toBe(kind)
})
