/** `npm run bench -- NAME` and `npm run release -- NAME`: becomes the tool of that name. What each does, and takes, is at the head of its file. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureDependencies } from './dependencies.mjs'
import { isEntryPoint } from './location.mjs'

export const tools = {
  bench: {
    startup: '../test/bench/startup.ts',
    clicking: '../test/bench/clicking.ts',
    customers: '../test/bench/customers.ts',
    preflight: '../test/bench/preflight.ts',
    transition: '../test/bench/transition.ts',
  },
  release: { notes: 'release-notes.mjs', 'installer-notes': 'installer-notes.mjs', 'sign-update': 'sign-update.mjs' },
}

if (isEntryPoint(import.meta.url)) {
  const [, , script = '', name = '', ...words] = process.argv
  const [, ofScript = {}] = Object.entries(tools).find(([each]) => each === script) ?? []
  const [, file] = Object.entries(ofScript).find(([each]) => each === name) ?? []
  if (file === undefined) {
    console.error(`Usage: npm run ${script} -- ${Object.keys(ofScript).join('|')} [its options]`)
    process.exit(2)
  }
  const tool = path.join(import.meta.dirname, file)
  process.argv = [process.execPath, tool, ...words]
  if (file.endsWith('.ts')) {
    ensureDependencies()
    const { runTypeScript } = await import('./typescript.mjs')
    await runTypeScript(tool)
  } else await import(pathToFileURL(tool).href)
}
