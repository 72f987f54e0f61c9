import { expect, test } from 'vitest'
import { hasDisplay, hasRenamedLibraries, libraryPackages, parseMissingLibraries } from '../../tools/system.mjs'

test.each([
  ['Debian 13', 'ID=debian\nVERSION_ID="13"\n', true],
  ['Debian 12', 'ID=debian\nVERSION_ID="12"\n', false],
  ['Debian unreleased', 'ID=debian\nPRETTY_NAME="Debian GNU/Linux forky/sid"\n', true],
  ['Ubuntu 24.04', 'ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n', true],
  ['Ubuntu 22.04', 'ID=ubuntu\nID_LIKE=debian\nVERSION_ID="22.04"\n', false],
  ['Linux Mint 21, which is built on Ubuntu', 'ID=linuxmint\nID_LIKE="ubuntu debian"\nVERSION_ID="21.3"\n', false],
])('the library names of %s are read from its release file', (_name, release, renamed) => {
  expect(hasRenamedLibraries(release)).toBe(renamed)
})

test('the packages to install carry the names of the system they are for', () => {
  expect(libraryPackages('ID=debian\nVERSION_ID="13"\n')).toEqual(['libgtk-3-0t64', 'libnss3', 'libgbm1', 'libasound2t64'])
  expect(libraryPackages('ID=debian\nVERSION_ID="12"\n')).toEqual(['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2'])
})

test('only the libraries that the loader did not find are missing', () => {
  const ldd = '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)\n\tlibgtk-3.so.0 => not found\n\tlibnss3.so => not found\n'
  expect(parseMissingLibraries(ldd)).toEqual(['libgtk-3.so.0', 'libnss3.so'])
})

test('a display is either X11 or Wayland on Linux, and always there elsewhere', () => {
  expect(hasDisplay('linux', {})).toBe(false)
  expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false)
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true)
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
  expect(hasDisplay('win32', {})).toBe(true)
})
