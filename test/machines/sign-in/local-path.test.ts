import { expect, it } from 'vitest'
import { isNetworkOrDevice } from '#machines/sign-in/local-path.ts'

it.each([
  '\\\\server\\share\\key.pem',
  '//server/share/key.pem',
  '\\/server\\share\\key.pem',
  '/\\server/share',
  '\\\\?\\C:\\key.pem',
  '\\\\?\\UNC\\server\\share\\key.pem',
  '\\\\.\\PhysicalDrive0',
  '//./pipe/key',
  '\\??\\UNC\\server\\share\\key.pem',
  ' \\\\server\\share\\key.pem',
  '/dev/stdin',
  '/dev',
  '/./dev/zero',
  'C:\\keys\\NUL',
  'C:\\keys\\con.pem',
  'COM1:',
  'aux',
  'C:\\keys\\lpt¹.pem',
])('leads to another computer or a device: %s', (file) => {
  expect(isNetworkOrDevice(file)).toBe(true)
})

it.each([
  '/home/ada/wizard.pem',
  'C:\\keys\\wizard.pem',
  'C:/keys/wizard.pem',
  'keys/wizard.pem',
  '/home/dev/wizard.pem',
  '/device/wizard.pem',
  '/home/ada/com.pem.d/wizard.pem',
  'C:\\com1\\wizard.pem',
  '/home/ada/console.pem',
  '/home/ada/auxiliary.pem',
  '',
])('is on this computer: %s', (file) => {
  expect(isNetworkOrDevice(file)).toBe(false)
})
