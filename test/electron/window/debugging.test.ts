import { expect, it } from 'vitest'
import { REFUSED_SWITCHES, refuseDebugging } from '#electron/window/debugging.ts'

/** Removed switches, if all are requested except those not in `asked`. */
function removed({ packaged = true, asked = REFUSED_SWITCHES as readonly string[], files = [] as readonly string[] }): readonly string[] {
  const names: string[] = []
  const commandLine = { hasSwitch: (name: string) => asked.includes(name), removeSwitch: (name: string) => void names.push(name) }
  refuseDebugging(commandLine, packaged, '/opt/app/resources', (file) => files.includes(file.replaceAll('\\', '/')))
  return names
}

it('takes every switch back that lets another program into the window, in the app as it ships', () => {
  expect(removed({})).toEqual(REFUSED_SWITCHES)
  expect(REFUSED_SWITCHES).toContain('remote-debugging-port')
})

it('touches no switch that was not given', () => {
  expect(removed({ asked: [] })).toEqual([])
})

it('leaves them in development, where tests and tools attach', () => {
  expect(removed({ packaged: false })).toEqual([])
})

it('leaves them where someone who may change the program itself allows it', () => {
  expect(removed({ files: ['/opt/app/resources/allow-debugging'] })).toEqual([])
  expect(removed({ files: ['/home/ada/allow-debugging'] })).toEqual(REFUSED_SWITCHES)
})
