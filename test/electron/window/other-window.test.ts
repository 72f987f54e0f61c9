import { expect, it } from 'vitest'
import { profileName } from '#contract/profile-name.ts'
import { otherWindow } from '#electron/window/open-other-window.ts'
import { readStartOptions } from '#electron/window/start-options.ts'

const running = (argv: readonly string[], environment = {}) => ({ execPath: '/opt/app', argv: ['/opt/app', ...argv], environment })

it.each([
  [[], ['--profile=contoso']],
  [
    ['out/main/index.js', '--no-sandbox'],
    ['out/main/index.js', '--no-sandbox', '--profile=contoso'],
  ],
  [
    ['--profile=fabrikam', '--practice=ready-to-enable', '--ca-file', 'ca.pem', '--language=de'],
    ['--ca-file', 'ca.pem', '--language=de', '--profile=contoso'],
  ],
  [['--class=class.json'], ['--profile=contoso']],
  [
    ['--class', 'class.json', '--practice', 'ready-to-enable', '--ca-file', 'ca.pem', '--profile', 'fabrikam'],
    ['--ca-file', 'ca.pem', '--profile=contoso'],
  ],
  [['--user-data-dir=/home/kim/wizard'], ['--user-data-dir=/home/kim/wizard', '--profile=contoso']],
])('another window is started as this one was, %j, with its own profile', (argv, words) => {
  const start = otherWindow(running(argv), 'contoso')
  expect(start).toEqual({ command: '/opt/app', words, environment: {} })
  expect(readStartOptions(start.words, {})).toMatchObject({ ok: true, options: { profile: 'contoso' } })
})

it('it keeps no marks of this start, and starts the AppImage itself', () => {
  const environment = { CMK_WIZARD_MARKS: 'marks.json', APPIMAGE: '/home/kim/wizard.AppImage', PATH: '/bin' }
  expect(otherWindow(running([], environment), 'contoso')).toEqual({
    command: '/home/kim/wizard.AppImage',
    words: ['--profile=contoso'],
    environment: { APPIMAGE: '/home/kim/wizard.AppImage', PATH: '/bin' },
  })
})

it.each(['', 'Contoso', 'a b', '../x', 'a/b', '.', 'a=b', 'é', 'a'.repeat(65), 'a\n'])('%j is no name of a profile', (name) => {
  expect(profileName.safeParse(name).success).toBe(false)
})
