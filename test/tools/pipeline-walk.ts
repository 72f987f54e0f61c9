import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { text as textOf } from 'node:stream/consumers'

/*
 * Walks the steps of a pipeline as its service would, by what is written in the file: scripts run in bash, in order; after one that failed,
 * only what runs always. What a service's own tasks bring (the checkout, Node.js, the sign-in of Azure CLI) must be there.
 */

export interface Step {
  readonly name: string
  readonly isAlways: boolean
  readonly script?: string
  /** With which its service starts bash. */
  readonly flags: readonly string[]
  readonly variables: Readonly<Record<string, string>>
  /** A file that is kept or shown. */
  readonly keeps?: string
}

/** A block of lines by its indentation, without it. */
function blockOf(lines: readonly string[], at: number): readonly string[] {
  const indent = /^ */.exec(lines[at + 1] ?? '')?.[0].length ?? 0
  const rest = lines.slice(at + 1)
  const end = rest.findIndex((line) => line.trim() !== '' && (/^ */.exec(line)?.[0].length ?? 0) < indent)
  return (end < 0 ? rest : rest.slice(0, end)).map((line) => line.slice(indent))
}

/** Value of a step's key: a word, or a block. */
function said(step: readonly string[], key: string): string | undefined {
  const at = step.findIndex((line) => new RegExp(`^\\s*${key}:`).test(line))
  if (at < 0) return undefined
  const value = (step[at] ?? '').replace(/^[^:]*:\s*/, '')
  return value === '|' ? blockOf(step, at).join('\n').trimEnd() : value
}

function variablesOf(step: readonly string[]): Readonly<Record<string, string>> {
  const at = step.findIndex((line) => /^\s*env:$/.test(line))
  const lines = at < 0 ? [] : blockOf(step, at)
  return Object.fromEntries(lines.flatMap((line) => (/^\w+: ./.test(line) ? [line.split(/: (.*)/).slice(0, 2)] : [])))
}

/** The steps of a file for GitHub Actions or Azure Pipelines: what these examples use of YAML, and no more. */
export function stepsOf(yaml: string): readonly Step[] {
  const lines = yaml.split('\n').filter((line) => !/^\s*#/.test(line))
  const at = lines.findIndex((line) => /^\s*steps:$/.test(line))
  const steps: string[][] = []
  for (const line of blockOf(lines, at)) {
    if (line.startsWith('- ')) steps.push([`  ${line.slice(2)}`])
    else steps.at(-1)?.push(line)
  }
  return steps.map((step) => {
    const script = said(step, 'run') ?? said(step, 'bash') ?? said(step, 'inlineScript')
    const keeps = said(step, 'path') ?? said(step, 'testResultsFiles')
    return {
      name: said(step, 'name') ?? said(step, 'displayName') ?? said(step, 'uses') ?? said(step, 'task') ?? '',
      isAlways: (said(step, 'if') ?? said(step, 'condition')) === 'always()',
      variables: variablesOf(step),
      flags: said(step, 'run') === undefined ? [] : ['-e'],
      ...(script === undefined ? {} : { script }),
      ...(keeps === undefined ? {} : { keeps }),
    }
  })
}

export interface Walked {
  readonly steps: readonly { readonly name: string; readonly code: number | null; readonly out: string }[]
  /** Files that are kept, as they are named. */
  readonly kept: readonly string[]
}

/**
 * @param known what the service knows by name: variables and secrets
 * @param environment of every script
 */
export async function walk(
  steps: readonly Step[],
  folder: string,
  known: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>>,
): Promise<Walked> {
  const filled = (text: string): string =>
    text
      .replaceAll(/\$\{\{ (?:vars|secrets)\.(\w+) \}\}/g, (_, name: string) => known[name] ?? '')
      .replaceAll(/\$\(([A-Z][\w.]*)\)/g, (_, name: string) => known[name] ?? '')
  const walked: { readonly name: string; readonly code: number | null; readonly out: string }[] = []
  const kept: string[] = []
  let hasFailed = false
  for (const { name, isAlways, script, flags, variables, keeps } of steps) {
    if (hasFailed && !isAlways) continue
    if (keeps !== undefined && existsSync(path.resolve(folder, filled(keeps)))) kept.push(filled(keeps))
    if (script === undefined) continue
    const own = Object.fromEntries(Object.entries(variables).map(([variable, value]) => [variable, filled(value)]))
    // Beside this process, which serves the tenants.
    const child = spawn('bash', ['--noprofile', '--norc', ...flags, '-c', filled(script)], {
      cwd: folder,
      env: { ...environment, ...own },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const [stdout, stderr, [code]] = await Promise.all([textOf(child.stdout), textOf(child.stderr), once(child, 'close')])
    walked.push({ name, code, out: stdout + stderr })
    hasFailed ||= code !== 0
  }
  return { steps: walked, kept }
}
