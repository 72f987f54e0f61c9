import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { INTEGRATION_TESTS } from './tools/integration-tests.mjs'
import { messagesPlugin } from './tools/messages.mjs'
import { packagesPlugin } from './tools/packages.mjs'
import TestOrder from './tools/test-order.mjs'

// Texts with a time of day read the same on every machine.
process.env['TZ'] = 'UTC'

/** As in the bundle: the identity library's way to open a browser is replaced by the system's own. */
const AS_IN_THE_BUNDLE = {
  plugins: [messagesPlugin(), packagesPlugin()],
  resolve: {
    alias: [{ find: /^open$/, replacement: fileURLToPath(new URL('services/identity/system-browser.ts', import.meta.url)) }],
  },
}
const THROUGH_VITE = { server: { deps: { inline: [/@azure\/identity/] } } }

const INTEGRATION = INTEGRATION_TESTS.map((place) => (place.endsWith('/') ? `${place}**/*.test.{ts,tsx}` : place))

/**
 * Files whose tests need a worker to themselves: they replace modules, or are set up by an import. No other file sees what the others change,
 * and one worker takes file after file of them: loading the same modules anew for each took most of the time.
 */
const ALONE = [
  'test/cli/cmk-wizard/{launcher,process,records}.test.ts',
  'test/cli/terminal.test.ts',
  'test/services/identity/{loading,planted}.test.ts',
  'test/tools/**/*.test.ts',
]

/** What takes so long hangs: a machine that is busy with other work is no failure. In milliseconds. */
const HANGS = { testTimeout: 60_000, hookTimeout: 60_000 }

/** Displays without a screen, which `tools/test.mjs` has started for this run. */
const DISPLAYS = process.env['CMK_WIZARD_DISPLAYS']?.split(',') ?? []

/** It replaces what the others read the words on screen from. */
const WINDOW_ALONE = ['test/e2e/pseudo-locale.e2e.ts']

const IN_A_WINDOW = {
  ...HANGS,
  include: ['test/e2e/**/*.e2e.ts'],
  setupFiles: ['test/e2e/display.ts'],
  // As many files at a time as there are displays: on one, their windows would steal the keyboard focus from each other.
  maxWorkers: Math.max(1, DISPLAYS.length),
  // After the unit tests, which would take the processor away from a window that is being timed out.
  sequence: { groupOrder: 1 },
}

export default defineConfig({
  test: {
    reporters: ['default', './tools/closing-line.mjs'],
    // Vitest keeps one processor free for itself: of two, that is half.
    maxWorkers: '100%',
    sequence: { sequencer: TestOrder },
    projects: [
      {
        ...AS_IN_THE_BUNDLE,
        test: {
          name: 'unit',
          ...THROUGH_VITE,
          ...HANGS,
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', ...INTEGRATION],
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
      { plugins: [messagesPlugin()], test: { ...IN_A_WINDOW, name: 'e2e', exclude: WINDOW_ALONE, isolate: false } },
      { plugins: [messagesPlugin()], test: { ...IN_A_WINDOW, name: 'e2e-alone', include: WINDOW_ALONE } },
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
        plugins: [messagesPlugin()],
        test: {
          name: 'azure-cli',
          include: ['test/azure-cli/**/*.az.ts'],
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
