import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { INTEGRATION_TESTS } from './tools/integration-tests.mjs'
import { messagesPlugin } from './tools/messages.mjs'
import { packagesPlugin } from './tools/packages.mjs'
import { enterTestEnvironment } from './tools/test-environment.mjs'
import TestOrder from './tools/test-order.mjs'
import { toolOutputPlugin } from './tools/tool-output.mjs'

enterTestEnvironment()

/** One for all projects: to extract the messages takes seconds. */
const MESSAGES = messagesPlugin()

/** As in the bundle: the identity library's way to open a browser is replaced by the system's own, and its patterns for what tools print. */
const AS_IN_THE_BUNDLE = {
  plugins: [MESSAGES, packagesPlugin(), toolOutputPlugin()],
  resolve: {
    alias: [{ find: /^open$/, replacement: fileURLToPath(new URL('node/services/identity/system-browser.ts', import.meta.url)) }],
  },
}
const THROUGH_VITE = { server: { deps: { inline: [/@azure\/identity/] } }, setupFiles: ['test/settled.ts'] }

const INTEGRATION = INTEGRATION_TESTS.map((place) => (place.endsWith('/') ? `${place}**/*.test.{ts,tsx}` : place))

/**
 * Files whose tests need a worker to themselves: they replace modules, or are set up by an import. No other file sees what the others change,
 * and one worker takes file after file of them: loading the same modules anew for each took most of the time.
 */
const ALONE = ['test/node/cli/demo/report-file.test.ts', 'test/node/cli/terminal.test.ts', 'test/node/services/identity/loading.test.ts']

/** Tests of the window and what is around it: they draw views that a walk through practice cases has shown, once for all of them. */
const WITH_VIEWS = ['test/{renderer,electron,contract}/**/*.test.{ts,tsx}', 'test/machines/engine/wizard/notice.test.ts']

/** Limits for tests that hang: a machine that is busy with other work is no failure. In milliseconds. */
const HANGS = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // A state that never comes is told before its test hangs.
  expect: { poll: { timeout: 55_000, interval: 10 } },
}

/** Displays without a screen, which `tools/test.mjs` has started for this run. */
const DISPLAYS = process.env['CMK_WIZARD_DISPLAYS']?.split(',') ?? []

const IN_A_WINDOW = {
  ...HANGS,
  setupFiles: ['test/e2e/display.ts'],
  // As many files at a time as there are displays: on one, their windows would steal the keyboard focus from each other.
  maxWorkers: Math.max(1, DISPLAYS.length),
  // After the unit tests, which would take the processor away from a window that is being timed out.
  sequence: { groupOrder: 1 },
}

export default defineConfig({
  test: {
    // Vitest keeps one processor free for itself: of two, that is half.
    maxWorkers: '100%',
    sequence: { sequencer: TestOrder },
    // Projects and runs share transformed modules. A changed file, setting or plugin has another key.
    experimental: { fsModuleCache: true },
    projects: [
      {
        ...AS_IN_THE_BUNDLE,
        test: {
          name: 'unit',
          ...THROUGH_VITE,
          ...HANGS,
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', ...INTEGRATION, ...WITH_VIEWS],
          isolate: false,
        },
      },
      {
        ...AS_IN_THE_BUNDLE,
        test: {
          name: 'unit-views',
          ...THROUGH_VITE,
          ...HANGS,
          include: WITH_VIEWS,
          globalSetup: 'test/renderer/walked.ts',
          isolate: false,
        },
      },
      {
        ...AS_IN_THE_BUNDLE,
        test: { name: 'integration', ...THROUGH_VITE, ...HANGS, include: INTEGRATION, exclude: ALONE, isolate: false },
      },
      {
        ...AS_IN_THE_BUNDLE,
        test: { name: 'integration-alone', ...THROUGH_VITE, ...HANGS, include: ALONE },
      },
      // No file of these changes a module of another: loading them all anew for each takes seconds.
      { plugins: [MESSAGES], test: { ...IN_A_WINDOW, name: 'journeys', include: ['test/e2e/**/*.journey.ts'], isolate: false } },
      { plugins: [MESSAGES], test: { ...IN_A_WINDOW, name: 'tours', include: ['test/e2e/**/*.tour.ts'], isolate: false } },
      {
        ...AS_IN_THE_BUNDLE,
        test: {
          name: 'exported-scripts',
          ...THROUGH_VITE,
          include: ['test/exported-scripts/**/*.read.ts'],
          sequence: { groupOrder: 2 },
        },
      },
      {
        plugins: [MESSAGES],
        test: {
          name: 'azure-cli',
          include: ['test/azure-cli/**/*.az.ts'],
          globalSetup: 'test/azure-cli/command-index.ts',
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
