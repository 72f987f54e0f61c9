import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { expect, it } from 'vitest'
import { configFor, type Target } from '../../tools/build-config.mjs'
import { repositoryRoot } from '../../tools/location.mjs'
import { toolOutputPlugin } from '../../tools/tool-output.mjs'

const CREDENTIALS = ['azureCliCredential', 'azurePowerShellCredential']
const placeOf = (name: string): string =>
  path.join(repositoryRoot, 'node_modules', '@azure', 'identity', 'dist', 'esm', 'credentials', `${name}.js`)

/** The credential's module in the program, with these words instead of its own. */
async function built(target: Target, name: string, changed: (code: string) => string = (code) => code): Promise<string> {
  const config = await configFor(target, path.join(repositoryRoot, 'out', 'never-written'))
  const input = 'virtual:entry'
  const file = placeOf(name)
  const result = await build({
    ...config,
    logLevel: 'silent',
    plugins: [
      {
        name: 'credential-alone',
        enforce: 'pre',
        resolveId: (source) => (source === input ? input : source === 'credential' ? file : undefined),
        load: (id) => (id === input ? "export * from 'credential'" : id === file ? changed(readFileSync(file, 'utf8')) : null),
      },
      ...(config.plugins ?? []).filter((plugin) => plugin && 'name' in plugin && plugin.name === toolOutputPlugin().name),
    ],
    build: {
      ssr: true,
      write: false,
      rolldownOptions: { input, external: (id) => id !== input && id !== 'credential' && id !== file },
    },
  })
  return JSON.stringify(result)
}

it.each(CREDENTIALS.flatMap((name) => (['main', 'cmk-wizard'] as const).map((target) => [name, target] as const)))(
  '%s in %s looks for words in what a tool prints without patterns that slow down',
  async (name, target) => {
    const code = await built(target, name)
    expect(code).toContain('getToken')
    expect(code).not.toContain('(.*)')
  },
)

it('a version of the library that asks otherwise does not build', async () => {
  const otherwise = built('main', 'azureCliCredential', (code) => code.replaceAll('az login', 'az sign-in'))
  await expect(otherwise).rejects.toThrow('no longer has')
  const more = built('main', 'azureCliCredential', (code) => `${code}\n''.match("(.*)more")`)
  await expect(more).rejects.toThrow('a pattern whose time may grow')
})
