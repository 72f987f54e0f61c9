/**
 * `npm run check -- audit`: fails for known vulnerabilities from *high* on, as npm reports them. Some registries offer no audit; then the check
 * is skipped, and says so. With `--required`, as for a release, it fails then.
 */
import { spawnSync } from 'node:child_process'
import { readOptions, runAsCommand } from './command.mjs'
import { repositoryRoot } from './location.mjs'

const FAILS = ['high', 'critical']

/**
 * @param {{ vulnerabilities?: Readonly<Record<string, { severity: string }>>, message?: string }} report of `npm audit --json`
 * @returns {{ problems: readonly string[], skipped?: string }}
 */
export function judge({ vulnerabilities, message = '' }) {
  if (vulnerabilities === undefined) return { problems: [], skipped: `this registry offers no audit. ${message}` }
  const found = Object.entries(vulnerabilities).filter(([, { severity }]) => FAILS.includes(severity))
  return { problems: found.map(([name, { severity }]) => `${name}: ${severity}`) }
}

/**
 * @param {ReturnType<typeof judge>} judged
 * @param {boolean} required whether an audit that wasn't offered fails
 */
export const holds = ({ problems, skipped }, required) => problems.length === 0 && !(required && skipped !== undefined)

await runAsCommand(import.meta.url, async (words) => {
  const { on } = readOptions(words, { switches: ['required'] })
  const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd: repositoryRoot, encoding: 'utf8', shell: process.platform === 'win32' })
  const judged = judge(stdout.startsWith('{') ? JSON.parse(stdout) : {})
  const { problems, skipped } = judged
  for (const problem of problems) console.error(problem)
  console.log(skipped === undefined ? `Audit: ${problems.length} problems. “npm audit” describes them.` : `Audit skipped: ${skipped}`)
  return holds(judged, on.has('required'))
})
