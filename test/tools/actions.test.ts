import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** Actions by name, in the workflow and in the examples. */
const files = ['.github/workflows', 'docs/examples'].flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
const used = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/^\s*(?:- )?uses: (\S+?)@(.+)$/gm)].map(([, action = '', version = '']) => ({
    file,
    action,
    version,
  })),
)

it('pins each action by the hash of a commit, with its version beside it: a tag can be moved', () => {
  expect(used.length).toBeGreaterThan(10)
  expect(used.filter(({ version }) => !/^[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

it('has one version of each action', () => {
  const versions = new Map(used.map(({ action, version }) => [action, version]))
  expect(used.filter(({ action, version }) => versions.get(action) !== version)).toEqual([])
})
