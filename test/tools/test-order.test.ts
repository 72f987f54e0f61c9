import path from 'node:path'
import { expect, test } from 'vitest'
import { keptTogether, shuffled } from '../../tools/test-order.mjs'
import { testFolder } from '../folder.ts'

const project = (name: string, isolate: boolean, groupOrder = 0) => ({ name, config: { isolate, sequence: { groupOrder } } })
const ALONE = project('unit', true)
const SHARED = project('unit', false)

function filesOf(...names: readonly string[]): (name: string) => string {
  const textOf = (name: string) => (name.startsWith('window') ? '// @vitest-environment happy-dom\n' : 'import x\n')
  const folder = testFolder(Object.fromEntries(names.map((name) => [name, textOf(name)])))
  return (name) => path.join(folder, name)
}

test('files that can share a worker follow each other, also where another environment took longer than one of them', () => {
  const at = filesOf('window-1', 'node-1', 'alone-1', 'window-2', 'node-2', 'alone-2', 'later')
  const given = [
    { moduleId: at('later'), project: project('journeys', true, 1) },
    { moduleId: at('window-1'), project: SHARED },
    { moduleId: at('node-1'), project: SHARED },
    { moduleId: at('alone-1'), project: ALONE },
    { moduleId: at('window-2'), project: SHARED },
    { moduleId: at('node-2'), project: SHARED },
    { moduleId: at('alone-2'), project: ALONE },
  ]
  const order = keptTogether(given).map(({ moduleId }) => path.basename(moduleId))
  expect(order).toEqual(['alone-1', 'alone-2', 'node-1', 'node-2', 'window-1', 'window-2', 'later'])
})

test('a seed gives one order, another seed another, and no file is lost', () => {
  const files = Array.from({ length: 20 }, (_, index) => ({ moduleId: `file-${index}` }))
  expect(shuffled(files, 1)).toEqual(shuffled(files, 1))
  expect(shuffled(files, 1)).not.toEqual(shuffled(files, 2))
  expect(new Set(shuffled(files, 1))).toEqual(new Set(files))
})
