/**
 * `npm run check -- electronegativity`: reads the source of the app with Doyensec's Electronegativity, which knows how Electron apps are misconfigured, and
 * fails for each finding that has no answer here, and for each answer that no finding needs. Fetched by npx, since its 400 packages would be
 * a third of ours; where it cannot be fetched the check is skipped, and says so.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runAsCommand } from './command.mjs'
import { repositoryRoot } from './location.mjs'

const PACKAGE = '@doyensec/electronegativity@1.10.3'
/** Without a network it would guess the version from what it knows. */
const ELECTRON = '45.4.1'
const ROOMS = ['electron', 'contract', 'renderer', 'node/host']

const OPTIONS = 'windowOptions sets it by name for each window (test/electron/window/main-window.test.ts)'
const NEW_WINDOWS = 'every web contents refuses new windows and navigation when it is made (test/electron/window/guards.test.ts)'
const PRELOAD = 'the preload exposes four frozen functions and no part of Electron (test/e2e/security.journey.ts)'

/**
 * Why a finding is none: by the check and the file it names.
 * @type {Readonly<Record<string, string>>}
 */
export const answers = {
  'CSP_GLOBAL_CHECK N/A':
    'the policy is a header that electron/window/app-protocol.ts sends (test/electron/window/content-security-policy.test.ts)',
  'AUXCLICK_JS_CHECK electron/main.ts': NEW_WINDOWS,
  'AUXCLICK_JS_CHECK electron/presenter/presenter-window.ts': NEW_WINDOWS,
  'AUXCLICK_JS_CHECK electron/window/print-page.ts': NEW_WINDOWS,
  'CONTEXT_ISOLATION_JS_CHECK electron/main.ts': OPTIONS,
  'CONTEXT_ISOLATION_JS_CHECK electron/presenter/presenter-window.ts': OPTIONS,
  'SANDBOX_JS_CHECK electron/main.ts': OPTIONS,
  'SANDBOX_JS_CHECK electron/presenter/presenter-window.ts': OPTIONS,
  'PRELOAD_JS_CHECK electron/main.ts': PRELOAD,
  'PRELOAD_JS_CHECK electron/presenter/presenter-window.ts': PRELOAD,
  'OPEN_EXTERNAL_JS_CHECK electron/main.ts':
    'the page names IDs; main makes https addresses of a fixed list, mail drafts, and sign-in pages (test/electron/window/external-links.test.ts)',
  'PROTOCOL_HANDLER_JS_CHECK electron/window/app-protocol.ts':
    'it serves files of the page alone (test/electron/window/app-protocol.test.ts)',
}

/** @typedef {{ runs: { results: { ruleId: string, locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[] }} Sarif */

/**
 * @param {string} sarif as Electronegativity writes it. It writes CSV by two calls that don't wait for each other, its heading and its rows:
 * the one that comes second may overwrite what the first wrote, and then a finding is missing. This it writes by one
 * @returns {readonly string[]} each check and file once
 */
export function findingsOf(sarif) {
  /** @type {Sarif} */
  const { runs } = JSON.parse(sarif)
  const found = runs.flatMap(({ results }) =>
    results.flatMap(({ ruleId, locations }) =>
      locations.map(({ physicalLocation: { artifactLocation } }) => `${ruleId} ${fileOf(artifactLocation.uri)}`),
    ),
  )
  return [...new Set(found)]
}

/** @param {string} uri below the folder that was read; of a finding that is about no file, a folder above all */
const fileOf = (uri) => (uri === 'file:///' ? 'N/A' : uri.replaceAll('\\', '/'))

/**
 * @param {readonly string[]} findings
 * @param {Readonly<Record<string, string>>} answered
 * @returns {readonly string[]} what is wrong
 */
export const problemsOf = (findings, answered) => [
  ...findings.filter((each) => !Object.hasOwn(answered, each)).map((each) => `${each}: no answer`),
  ...Object.keys(answered)
    .filter((each) => !findings.includes(each))
    .map((each) => `${each}: answered and not found any more`),
]

await runAsCommand(import.meta.url, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'electronegativity-'))
  const source = path.join(folder, 'source')
  const output = path.join(folder, 'findings.sarif')
  try {
    for (const room of ROOMS) cpSync(path.join(repositoryRoot, room), path.join(source, room), { recursive: true })
    const words = ['--yes', PACKAGE, '-i', source, '-e', ELECTRON, '-r', '-o', output]
    const { stderr } = spawnSync('npx', words, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' })
    if (!existsSync(output)) {
      const isFetched = !/^npm (?:error|ERR!)/m.test(stderr)
      const last = stderr.trim().split('\n').at(-1) ?? ''
      if (isFetched) console.error(`Electronegativity wrote no findings. ${last}`)
      else console.log(`Electronegativity skipped: it cannot be fetched here. ${last}`)
      return !isFetched
    }
    const findings = findingsOf(readFileSync(output, 'utf8'))
    const problems = problemsOf(findings, answers)
    for (const problem of problems) console.error(problem)
    console.log(`Electronegativity: ${findings.length} findings, ${problems.length} problems.`)
    return problems.length === 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
