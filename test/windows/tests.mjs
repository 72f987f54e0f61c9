/** Which of the tests run on Windows: those whose subject meets the operating system, and those that are only for Windows. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '../../tools/location.mjs'

/** Folders and files; the longest first, so that no process is left with one of them at the end. */
const PLACES = [
  'test/windows/kill.win.ts',
  'test/node/cli/cmk-wizard/process.test.ts',
  'test/node/records/engagement/',
  'test/node/cli/cmk-wizard/',
  'test/windows/',
  ...['byte-order-mark', 'names-for-windows', 'open-file', 'save-file', 'settings', 'temporary-profile', 'window-place'].map(
    (name) => `test/node/records/${name}.test.ts`,
  ),
  'test/node/records/calendar/',
  'test/node/records/customers/',
  'test/node/records/handoff/hand-over-file.test.ts',
  'test/node/records/templates/',
  ...['cloud-file', 'keeping', 'remembered', 'tools'].map((name) => `test/node/services/identity/${name}.test.ts`),
  'test/node/services/managed/',
  'test/node/services/updates/installer.test.ts',
]

/**
 * Walks over a tenant in the memory of the same process: no file, no process, no socket, and no time of the system. Windows has nothing to add to
 * them, and they took a sixth of its time. What the command line writes, reads and ends with there, `process`, `records` and `exit-codes` show, and
 * `demo.win.ts` makes whole walks.
 */
// The demo's walks, test/node/cli/demo/scenarios.test.ts, are of the same kind, and aren't among the places above.
const IN_MEMORY = [
  ...['one-at-a-time', 'one-of-fifty', 'reads-only', 'unknown-word', 'unregistered'].map(
    (name) => `test/node/cli/cmk-wizard/${name}.test.ts`,
  ),
  'test/node/records/engagement/left-tenant.test.ts',
]

/** Their subject is another system, how Vite parses, or time: these walk over HTTPS for long. */
const NOT_FOR_WINDOWS = [
  ...IN_MEMORY,
  ...['answers-kept', 'fallen-step', 'landscape', 'listed-work', 'scheduled', 'sign-in-again'].map(
    (name) => `test/node/records/engagement/${name}.test.ts`,
  ),
  'test/node/services/managed/read.test.ts',
  'test/node/services/managed/templates.test.ts',
]

/** Change what all on this Windows share. */
export const ALONE = ['test/windows/registry.win.ts']

/** @returns {readonly string[]} relative to the repository, in the order in which they begin */
export const windowsTests = () => [
  ...new Set(
    PLACES.flatMap((place) =>
      place.endsWith('/')
        ? readdirSync(path.join(repositoryRoot, place), { recursive: true, encoding: 'utf8' })
            .filter((name) => /\.(?:test|win)\.ts$/.test(name))
            .toSorted()
            .map((name) => place + name.split(path.sep).join('/'))
            .filter((file) => !NOT_FOR_WINDOWS.includes(file))
        : [place],
    ),
  ),
]
