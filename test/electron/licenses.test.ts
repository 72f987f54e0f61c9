import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { licenseTexts } from '#electron/licenses.ts'
import { repositoryRoot } from '../../tools/location.mjs'
import { testFolder } from '../folder.ts'

const OF = ['app', 'main', 'window']

it.each([
  ['of a package', 'LICENSE.txt', 'third-party-licenses/main-process.md', 'third-party-licenses/window.md'],
  ['before there is a package', 'LICENSE', 'out/main/third-party-licenses.md', 'out/renderer/third-party-licenses.md'],
] as const)('reads the license texts %s', async (which, ...files) => {
  const folder = testFolder(Object.fromEntries(files.map((file) => [file, file])))
  const texts = await licenseTexts(path.join(folder, 'out'), which === 'of a package' ? folder : undefined)
  expect(texts).toEqual(files.map((text, index) => ({ of: OF[index], text })))
})

it('reads what the package carries', async () => {
  const packaged = await readFile(path.join(repositoryRoot, 'electron-builder.yml'), 'utf8')
  for (const file of ['LICENSE.txt', 'third-party-licenses/main-process.md', 'third-party-licenses/window.md'])
    expect(packaged).toContain(`to: ${file}\n`)
})
