import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { describeFuses, fuseProblems, wantedFuses } from '../../tools/fuses.mjs'
import { repositoryRoot } from '../../tools/location.mjs'

const wire = (states: string) => Object.fromEntries([...states].map((state, position) => [String(position), state.charCodeAt(0)]))

test('the wire of the older and of the pinned Electron are both accepted when every fuse is as wanted', () => {
  expect(fuseProblems({ version: '1', ...wire('01001100') })).toEqual([])
  expect(fuseProblems({ version: '1', ...wire('010011001') })).toEqual([])
})

test.each(wantedFuses.map(({ name }, position) => [name, position] as const))('%s the wrong way round is named', (name, position) => {
  const states = [...'010011001']
  states[position] = states[position] === '1' ? '0' : '1'
  expect(fuseProblems(wire(states.join('')))).toEqual([expect.stringContaining(name)])
})

test('a fuse that was removed, or is missing, is a problem', () => {
  expect(fuseProblems(wire('r1001100'))).toEqual([expect.stringContaining('RunAsNode must be off')])
  expect(fuseProblems(wire('0100110'))).toEqual(['GrantFileProtocolExtraPrivileges is not on the wire'])
})

test('a fuse that is not in the list is a problem', () => {
  expect(fuseProblems(wire('0100110010'))).toEqual([expect.stringContaining('fuse 9 is new')])
})

test('the printed list says on, off or unknown for each fuse on the wire', () => {
  expect(describeFuses(wire('01r')).split('\n')).toEqual([
    '  off RunAsNode',
    '  on  EnableCookieEncryption',
    '  ?   EnableNodeOptionsEnvironmentVariable',
  ])
})

test('electron-builder.yml leaves the pseudo-locales out, of the app and of the command line', () => {
  const settings = readFileSync(path.join(repositoryRoot, 'electron-builder.yml'), 'utf8')
  expect(settings.match(/"!\*\*\/en-X\[AB\]\*"/g)).toHaveLength(2)
})

test('electron-builder.yml sets what is read back', () => {
  const section = readFileSync(path.join(repositoryRoot, 'electron-builder.yml'), 'utf8').split('electronFuses:')[1] ?? ''
  const settings = [...section.matchAll(/^ {2}(\w+): (true|false)$/gm)].map((match) => [match[1]?.toLowerCase(), match[2] === 'true'])
  const settable = wantedFuses.filter(({ name }) => name !== 'WasmTrapHandlers')
  expect(settings).toEqual(settable.map(({ name, on }) => [name.toLowerCase(), on]))
})
