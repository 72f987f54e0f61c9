/**
 * `npm run check -- audit`: fails for known vulnerabilities from *high* on, except those listed here with a reason and a last day. Some registries offer no
 * audit; then the check is skipped, and says so.
 */
import { spawnSync } from 'node:child_process'
import { runAsCommand } from './command.mjs'
import { repositoryRoot } from './location.mjs'

/**
 * Accepted advisories, why each can't harm here, and the last day of that.
 * @typedef {{ readonly advisory: string, readonly because: string, readonly until: string }} Exception
 * @type {readonly Exception[]}
 */
export const exceptions = []

/** @typedef {{ readonly url?: string, readonly title?: string, readonly severity?: string }} Advisory */

const FAILS = ['high', 'critical']

/**
 * @param {unknown} report of `npm audit --json`
 * @param {readonly Exception[]} excepted
 * @param {string} today as `2026-11-27`
 * @returns {{ problems: readonly string[], skipped?: string }}
 */
export function judge(report, excepted, today) {
  const { vulnerabilities, error } =
    /** @type {{ vulnerabilities?: Record<string, { via?: readonly (string | Advisory)[] }>, error?: unknown }} */ (report)
  if (vulnerabilities === undefined)
    return {
      problems: [],
      skipped: `this registry offers no audit${error === undefined ? '' : `: ${JSON.stringify(error).slice(0, 200)}`}`,
    }
  const found = new Map()
  for (const [name, { via = [] }] of Object.entries(vulnerabilities))
    for (const each of via)
      if (typeof each === 'object' && FAILS.includes(each.severity ?? ''))
        found.set(each.url ?? `${name}: ${each.title}`, `${name}: ${each.title} (${each.severity})`)
  const allowed = new Set(excepted.filter(({ until }) => until >= today).map(({ advisory }) => advisory))
  const expired = excepted
    .filter(({ until }) => until < today)
    .map(({ advisory, until }) => `The exception for ${advisory} ended on ${until}.`)
  const unused = excepted
    .filter(({ advisory }) => !found.has(advisory))
    .map(({ advisory }) => `The exception for ${advisory} is not needed any more.`)
  const open = [...found].filter(([advisory]) => !allowed.has(advisory)).map(([advisory, what]) => `${what} ${advisory}`)
  return { problems: [...open, ...expired, ...unused] }
}

await runAsCommand(import.meta.url, async () => {
  const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd: repositoryRoot, encoding: 'utf8', shell: process.platform === 'win32' })
  /** @type {unknown} */
  let report = {}
  try {
    report = JSON.parse(stdout)
  } catch {
    // Output that isn't JSON isn't an audit.
  }
  const { problems, skipped } = judge(report, exceptions, new Date().toISOString().slice(0, 10))
  for (const problem of problems) console.error(problem)
  console.log(skipped === undefined ? `Audit: ${problems.length} problems.` : `Audit skipped: ${skipped}.`)
  return problems.length === 0
})
