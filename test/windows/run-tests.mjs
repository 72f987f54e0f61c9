/**
 * Runs one bundled test file in the Node.js of Windows, and writes a line of JSON when a test begins and, at the end, one for each test:
 *
 *   node.exe run-tests.mjs RESULTS SETUP BUNDLE
 *
 * Vitest's own runner without its command: what that would tell a worker is told here.
 */
import { appendFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { startTests } from 'vitest/internal/browser'

const [, , results = '', setup = '', bundle = ''] = process.argv

/** As in vitest.config.ts. In milliseconds. */
const HANGS = { testTimeout: 60_000, hookTimeout: 60_000, poll: { timeout: 55_000, interval: 10 } }

const config = {
  root: process.cwd(),
  name: undefined,
  setupFiles: [],
  passWithNoTests: false,
  testNamePattern: undefined,
  allowOnly: false,
  sequence: { seed: 1, hooks: /** @type {const} */ ('stack'), setupFiles: /** @type {const} */ ('list') },
  chaiConfig: undefined,
  maxConcurrency: 5,
  testTimeout: HANGS.testTimeout,
  hookTimeout: HANGS.hookTimeout,
  retry: 0,
  includeTaskLocation: false,
  tags: [],
  tagsFilter: undefined,
  strictTags: false,
  expect: { poll: HANGS.poll },
  snapshotOptions: { expand: false },
}

// Where Vitest looks for what its command has told a worker.
Object.assign(globalThis, { __vitest_worker__: { config, filepath: bundle, environment: { name: 'node' }, metaEnv: process.env } })

/** @param {import('./results.mjs').Told} line */
const tell = (line) => appendFileSync(results, `${JSON.stringify(line)}\n`)

/** @param {import('vitest').RunnerTask} task @returns {string} */
const nameOf = (task) => (task.suite === undefined ? task.name : `${nameOf(task.suite)} > ${task.name}`)

/** @param {import('vitest').RunnerTask} task */
const reasonsOf = (task) => (task.result?.errors ?? []).map(({ stack, message, diff }) => `${message}\n${diff ?? ''}\n${stack ?? ''}`)

/** @param {readonly import('vitest').RunnerTask[]} tasks @returns {readonly import('vitest').RunnerTask[]} */
const all = (tasks) => tasks.flatMap((task) => [task, ...('tasks' in task ? all(task.tasks) : [])])

await import(pathToFileURL(setup).href)
const [file] = await startTests([bundle], {
  config,
  importFile: (each) => import(pathToFileURL(each).href),
  // Names the test in which a file hangs.
  onBeforeRunTask: (test) => tell({ begun: nameOf(test) }),
})
if (file === undefined) throw new Error(`${bundle} wasn’t run.`)
for (const task of [file, ...all(file.tasks)]) {
  const { state } = task.result ?? {}
  if (task.type === 'test')
    tell({ name: nameOf(task), state: state === 'pass' || state === 'fail' ? state : 'skip', reasons: reasonsOf(task) })
  // What no test of it can be blamed for.
  else if (reasonsOf(task).length > 0) tell({ name: nameOf(task), state: 'fail', reasons: reasonsOf(task) })
}
tell({ isWhole: true })
process.exit()
