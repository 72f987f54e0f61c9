import { expect, it } from 'vitest'
import { menuTemplate } from '../../../electron/window/menu.ts'

const roles = (platform: NodeJS.Platform): readonly unknown[] =>
  menuTemplate(platform).flatMap(({ role, submenu }) => [role, ...(Array.isArray(submenu) ? submenu.map((item) => item.role) : [])])

it.each(['linux', 'win32', 'darwin'] as const)('keeps edit and zoom and offers neither reload nor developer tools on %s', (platform) => {
  expect(roles(platform)).toEqual(expect.arrayContaining(['editMenu', 'zoomIn', 'zoomOut', 'resetZoom']))
  expect(roles(platform)).not.toEqual(expect.arrayContaining([expect.stringMatching(/reload|devtools/i)]))
})

it('quits by keyboard where the system has no menu of its own for that', () => {
  expect(roles('linux')).toContain('quit')
  expect(roles('darwin')).toContain('appMenu')
})
