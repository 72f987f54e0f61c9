import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { writeScript } from '../../scripts/write-script.ts'
import { actions, actionsFor, context, HOSTILE, inHsm, type Names, wholeProcedure } from './samples.ts'

/**
 * Parsers that are not ours: the tree-sitter grammar of PowerShell, and HashiCorp's own HCL, both as WebAssembly. They are
 * used where they are installed; without them these tests are skipped, and the structural ones in the other files remain.
 */
const require = createRequire(import.meta.url)

const located = (name: string): string | undefined => {
  try {
    return require.resolve(name)
  } catch {
    return undefined
  }
}

const treeSitter = located('web-tree-sitter')
const grammar = located('tree-sitter-powershell/tree-sitter-powershell.wasm')
const hcl = located('@cdktn/hcl2json')
const formatter = located('@cdktn/hcl-tools')

/** A module by its place, as far as it is used. */
const load = async (file: string): Promise<unknown> => import(pathToFileURL(file).href)

type Call = (...values: readonly unknown[]) => unknown
const callable = z.custom<Call>((value) => typeof value === 'function')

const namesOf = (name: string): Names => ({ group: name, vaultGroup: name, vault: name, key: name, policy: name, environment: name })

const everyPlan = [
  [],
  wholeProcedure(),
  ...Object.values(actions).map((action) => [action]),
  [{ ...actions['grant-key-access'], byAccessPolicy: true as const }],
  [{ ...actions['create-key'], throughAzure: true as const }],
  Object.values(inHsm()),
  ...HOSTILE.map((name) => Object.values(inHsm(namesOf(name)))),
  ...HOSTILE.map((name) => wholeProcedure(namesOf(name))),
  ...HOSTILE.map((name) => [actionsFor(namesOf(name))['turn-on-purge-protection']]),
]

describe('parsers that are not ours', () => {
  it.skipIf(!treeSitter || !grammar)('find no error in any script for PowerShell', { timeout: 60_000 }, async () => {
    const tree = z.object({ rootNode: z.object({ hasError: z.boolean() }) })
    const { Parser, Language } = z
      .object({ Parser: z.custom<{ new (): unknown; init: Call }>(), Language: z.custom<{ load: Call }>() })
      .parse(await load(treeSitter ?? ''))
    await Parser.init()
    const parser = z.custom<{ setLanguage: Call; parse: Call }>().parse(new Parser())
    parser.setLanguage(await Language.load(grammar))
    const hasError = (text: string): boolean => tree.parse(parser.parse(text)).rootNode.hasError
    expect(hasError('function X { if (1 { "a" }')).toBe(true)
    for (const plan of everyPlan) expect(hasError(writeScript('powershell', plan, context)['enable-cmk.ps1'] ?? '')).toBe(false)
  })

  it.skipIf(!hcl)('read every Terraform file, and every name in it as it is', { timeout: 60_000 }, async () => {
    const { parse } = z.object({ parse: callable }).parse(await load(hcl ?? ''))
    const file = z.object({ resource: z.record(z.string(), z.record(z.string(), z.array(z.record(z.string(), z.unknown())))).optional() })
    for (const plan of everyPlan) file.parse(await parse('main.tf', writeScript('terraform', plan, context)['main.tf']))
    // In JSON a doubled sign is how Terraform writes one that begins no template.
    const plainly = (value: unknown): unknown =>
      typeof value === 'string' ? value.replaceAll(/([$%])\1\{/g, (_found, sign: string) => `${sign}{`) : value
    for (const name of HOSTILE) {
      const { resource } = file.parse(await parse('main.tf', writeScript('terraform', wholeProcedure(namesOf(name)), context)['main.tf']))
      expect(plainly(resource?.['azurerm_key_vault']?.['vault']?.[0]?.['name'])).toBe(name)
    }
  })

  it.skipIf(!formatter)('lay out no Terraform file differently', { timeout: 60_000 }, async () => {
    const { format } = z.object({ format: callable }).parse(await load(formatter ?? ''))
    for (const plan of everyPlan) {
      const text = writeScript('terraform', plan, context)['main.tf']
      expect(await format(text)).toBe(text)
    }
  })
})
