import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { format } from '@cdktn/hcl-tools'
import { parse as parseTerraform } from '@cdktn/hcl2json'
import { beforeAll, describe, expect, it } from 'vitest'
import { Language, Parser } from 'web-tree-sitter'
import { z } from 'zod'
import type { Action } from '#machines/procedure/action.ts'
import { SCRIPT_LANGUAGES, type ScriptLanguage } from '#machines/procedure/script-languages.ts'
import type { ScriptFiles } from '#node/exporters/script.ts'
import { ValueRefused } from '#node/exporters/text.ts'
import { writeScript } from '#node/exporters/write-script.ts'
import { context, HOSTILE, type Names, wholeProcedure } from '../node/exporters/samples.ts'
import { namedPlans } from './named-plans.ts'
import type { NamedPlan } from './practised-plans.ts'

/**
 * Parsers that are not ours read what the wizard exports: the tree-sitter grammars of PowerShell and Bicep, HashiCorp's own HCL, and bash.
 * None of them runs anything.
 */
const require = createRequire(import.meta.url)

/** Command that a hostile text runs, or value that it gives, if a language takes it for code. */
const HARM = 'HARM'

/** Where a language keeps text that means only itself. */
const TEXT: Readonly<Record<'powershell' | 'bicep', readonly string[]>> = {
  powershell: ['verbatim_string_characters', 'verbatim_here_string_characters', 'comment'],
  bicep: ['string_content', 'comment'],
}

async function grammarOf(language: 'powershell' | 'bicep'): Promise<Parser> {
  const parser = new Parser()
  return parser.setLanguage(await Language.load(require.resolve(`tree-sitter-${language}/tree-sitter-${language}.wasm`)))
}

/** Problems of a text: unreadable, or with a part of a name as code. */
function problemsOf(parser: Parser, language: 'powershell' | 'bicep', text: string): readonly string[] {
  const tree = parser.parse(text)
  if (!tree) return ['not read']
  const problems = tree.rootNode.hasError ? ['has an error'] : []
  for (let at = text.indexOf(HARM); at >= 0; at = text.indexOf(HARM, at + 1)) {
    const type = tree.rootNode.descendantForIndex(at, at + HARM.length)?.type ?? ''
    if (!TEXT[language].includes(type)) problems.push(`${type} at ${text.slice(Math.max(0, at - 30), at + 10)}`)
  }
  tree.delete()
  return problems
}

let plans: readonly NamedPlan[] = []

/**
 * Replaces what Bicep's grammar lacks: `param NAME = VALUE` in parameter files, whose values are those of any `var`, and strings that begin
 * like a comment.
 */
const asKnown = (name: string, text: string): string =>
  name.endsWith('.bicepparam') ? text.replaceAll(/^param (?=\w+ = )/gm, 'var ').replaceAll(/(?<= )'(?=\/[/*])/g, "'.") : text

/** A name that a language cannot carry is refused in words, and nothing is written. */
function writtenUnlessRefused(language: ScriptLanguage, plan: readonly Action[]): ScriptFiles {
  try {
    return writeScript(language, plan, context)
  } catch (error) {
    if (error instanceof ValueRefused) return {}
    throw error
  }
}

/** Every file of every plan that has one of these endings. */
function* filesOf(language: ScriptLanguage, ...endings: readonly string[]): Generator<{ readonly from: string; readonly text: string }> {
  const seen = new Set<string>()
  for (const { from, plan } of plans)
    for (const [name, text] of Object.entries(writtenUnlessRefused(language, plan))) {
      if (seen.has(text) || !endings.some((ending) => name.endsWith(ending))) continue
      seen.add(text)
      yield { from: `${from}: ${name}`, text }
    }
}

describe('parsers that are not ours', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    await Parser.init()
    plans = await namedPlans()
  }, 300_000)

  it.each(['powershell', 'bicep'] as const)('read every file for %s, and take no part of a name for code', async (language) => {
    const parser = await grammarOf(language)
    const [broken, run] = language === 'powershell' ? ['if (1 { "a" }', `& ${HARM}`] : ["resource x 'a' = {", `var x = ${HARM}`]
    expect(problemsOf(parser, language, broken)).toEqual(['has an error'])
    expect(problemsOf(parser, language, run)).toHaveLength(1)
    let read = 0
    for (const { from, text } of filesOf(language, '.ps1', '.bicep', '.bicepparam')) {
      expect(problemsOf(parser, language, asKnown(from, text)), from).toEqual([])
      read += 1
    }
    expect(read).toBeGreaterThan(plans.length / 4)
  })

  it('read every Terraform file, and lay it out no differently', async () => {
    await expect(parseTerraform('main.tf', 'resource "a" {')).rejects.toThrow()
    for (const { from, text } of filesOf('terraform', '.tf')) {
      await expect(parseTerraform('main.tf', text), from).resolves.toBeDefined()
      expect(await format(text), from).toBe(text)
    }
  })

  it('read in Terraform every name as it is', async () => {
    const file = z.object({ resource: z.record(z.string(), z.record(z.string(), z.array(z.record(z.string(), z.unknown())))).optional() })
    // In JSON a doubled sign is how Terraform writes one that begins no template.
    const plainly = (value: unknown): unknown =>
      typeof value === 'string' ? value.replaceAll(/([$%])\1\{/g, (_found, sign: string) => `${sign}{`) : value
    for (const name of HOSTILE) {
      const names: Names = { group: name, vaultGroup: name, vault: name, key: name, policy: name, environment: name }
      const text = writeScript('terraform', wholeProcedure(names), context)['main.tf'] ?? ''
      const { resource } = file.parse(await parseTerraform('main.tf', text))
      expect(plainly(resource?.['azapi_resource']?.['vault']?.[0]?.['name'])).toBe(name)
    }
  })

  it('read every script for Azure CLI', () => {
    const bash = (input: string) => spawnSync('bash', ['-n'], { input, encoding: 'utf8' })
    expect(bash('if true; then').status).not.toBe(0)
    for (const { from, text } of filesOf('azure-cli', '.sh')) {
      const { status, stderr } = bash(text)
      expect({ status, stderr }, from).toEqual({ status: 0, stderr: '' })
    }
  })

  it('are given a file for every language', () => {
    for (const language of SCRIPT_LANGUAGES) expect([...filesOf(language, '')].length, language).toBeGreaterThan(plans.length / 4)
  })
})
