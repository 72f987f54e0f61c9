import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    reporters: ['default', './tools/closing-line.mjs'],
    projects: [
      {
        // As in the bundle: the identity library's way to open a browser is replaced by the system's own.
        resolve: {
          alias: [{ find: /^open$/, replacement: fileURLToPath(new URL('electron/identity/system-browser.ts', import.meta.url)) }],
        },
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**'],
          server: { deps: { inline: [/@azure\/identity/] } },
          // Each file of window tests would otherwise load Fluent's many hundred modules one by one: half of its processor time.
          deps: { optimizer: { client: { enabled: true, include: ['@fluentui/react-components'] } } },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          // Windows of two files at a time would steal the keyboard focus from each other.
          fileParallelism: false,
          // After the unit tests, which would take the processor away from a window that is being timed out.
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
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
