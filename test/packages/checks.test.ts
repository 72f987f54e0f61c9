import { expect, test } from 'vitest'
import { readFacts } from '../../tools/linux/facts.mjs'
import { desktopEntry } from '../../tools/linux/texts.mjs'
import { CannotBeChecked, runChecks } from './checks.mjs'
import { firstChoices, suiteOf } from './clean-root.mjs'
import { commandOf } from './install-checks.mjs'

test('checks run in their order, and each ends as passed, failed, or skipped with its reason', async () => {
  const said: string[] = []
  const counts = await runChecks(
    [
      { name: 'one', run: () => undefined },
      { name: 'two', run: () => Promise.reject(new Error('it broke\nin two')) },
      {
        name: 'three',
        run: () => {
          throw new CannotBeChecked('no tool')
        },
      },
    ],
    (line) => said.push(line.replace(/\(.* s\)/, '(time)')),
  )
  expect(counts).toEqual({ passed: 1, failed: 1, skipped: 1 })
  expect(said).toEqual(['passed: one (time)', 'FAILED: two (time)\n  it broke\n  in two', 'skipped: three (time)\n  no tool'])
})

test('the clean root takes the first choice of each dependency', () => {
  expect(firstChoices(['libgtk-3-0t64 | libgtk-3-0', 'libc6 (>= 2.28)', 'xdg-utils'])).toEqual(['libgtk-3-0t64', 'libc6', 'xdg-utils'])
})

test('the clean root is of the release that this machine has', () => {
  expect(suiteOf('ID=debian\nVERSION_CODENAME=trixie\n')).toBe('trixie')
  expect(suiteOf('ID=other\n')).toBe('')
})

test('the app is started by the command of its desktop entry', () => {
  expect(commandOf(desktopEntry(readFacts({ forTests: false, environment: {} })))).toEqual(['/usr/bin/cmk-enablement-wizard'])
  expect(commandOf('[Desktop Entry]\nExec=/usr/bin/x --a %U\n')).toEqual(['/usr/bin/x', '--a'])
  expect(() => commandOf('[Desktop Entry]\n')).toThrow('no command')
})
