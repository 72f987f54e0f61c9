/** Vite's configuration of each target. */
import { builtinModules } from 'node:module'
import path from 'node:path'
import { bundledPackagesPlugin } from './bundled-packages.mjs'
import { mainChunks, pageChunks } from './chunks.mjs'
import { repositoryRoot } from './location.mjs'
import { buildingMessages, compiledMessages, messagesPlugin, START } from './messages.mjs'
import { oneByteOutput } from './one-byte-output.mjs'
import { packagesPlugin } from './packages.mjs'
import { themePlugin } from './theme.mjs'
import { toolOutputPlugin } from './tool-output.mjs'

/** @typedef {import('vite').InlineConfig} InlineConfig */
/** @typedef {'main' | 'preload' | 'renderer' | 'demo' | 'practice-tenant' | 'catalogue' | 'facts' | 'statechart' | 'cmk-wizard' | 'faults' | 'soak' | 'model' | 'corrupt' | 'ipc' | 'kill' | 'killed' | 'store' | 'bench'} Target */

/** The rooms that may be part of any program but the window's page. */
const rooms = ['contract', 'electron', 'machines', 'node']

/** Changing one of these changes every bundle. */
const recipe = [
  ...['messages', 'one-byte-output', 'packages', 'theme', 'tool-output', 'build', 'build-config', 'bundled-packages', 'chunks'].map(
    (name) => `tools/${name}.mjs`,
  ),
  ...['messages', 'package-lock.json', 'package.json', 'tsconfig.json'],
]

const longTests = [
  ...rooms,
  ...['corrupt', 'faults', 'ipc', 'kill', 'long/share.ts', 'model', 'oracle', 'soak', 'store'].map((name) => `test/${name}`),
  ...['node/practice/presenting', 'node/records/team', 'machines/procedure/actions', 'leaping-time.ts'].map((name) => `test/${name}`),
]

/**
 * @param {string} name
 * @param {string} entry
 * @param {readonly string[]} sources files and folders whose content decides whether a bundle is stale, beside the recipe
 */
const program = (name, entry, sources = rooms) => ({ entry, output: `out/${name}/index.js`, sources: [...sources, ...recipe] })

/** @type {Readonly<Record<Target, { entry: string, output: string, sources: readonly string[] }>>} */
export const targets = {
  main: program('main', 'electron/main.ts', [...rooms, 'assets/icons']),
  preload: { ...program('preload', 'electron/preload.ts'), output: 'out/preload/index.cjs' },
  renderer: {
    ...program('renderer', 'renderer/index.html', ['renderer', 'machines', 'contract', 'assets']),
    output: 'out/renderer/index.html',
  },
  demo: program('demo', 'node/cli/demo/main.ts'),
  'practice-tenant': program('practice-tenant', 'node/cli/practice-tenant/main.ts'),
  catalogue: program('catalogue', 'test/catalogue/main.ts', ['test/catalogue', 'machines']),
  facts: program('facts', 'test/facts/main.ts', ['test/facts', 'machines']),
  statechart: program('statechart', 'test/statechart/main.ts', ['test/statechart', 'machines']),
  'cmk-wizard': program('cmk-wizard', 'node/cli/cmk-wizard/begin.ts'),
  faults: program('faults', 'test/faults/main.ts', longTests),
  corrupt: program('corrupt', 'test/corrupt/main.ts', longTests),
  ipc: program('ipc', 'test/ipc/main.ts', longTests),
  model: program('model', 'test/model/sequences/main.ts', longTests),
  kill: program('kill', 'test/kill/main.ts', longTests),
  killed: { ...program('killed', 'test/kill/host.ts', longTests), output: 'out/killed/index.cjs' },
  store: program('store', 'test/store/main.ts', longTests),
  soak: program('soak', 'test/soak/main.ts', longTests),
  bench: program('bench', 'test/bench/parts/main.ts', [...rooms, 'test/bench/parts']),
}

/**
 * Targets for tests and people. The programs that measure, meet every fault and are killed are built by their own commands.
 * @type {readonly Target[]}
 */
export const allTargets = ['main', 'preload', 'renderer', 'demo', 'practice-tenant']

/**
 * The bundles that make up the app.
 * @type {readonly Target[]}
 */
export const appTargets = ['main', 'preload', 'renderer']

/** Targets in a package: the app, and the command line beside it. */
export const packagedTargets = /** @type {readonly Target[]} */ ([...appTargets, 'cmk-wizard'])

/** The window says little of its English at first: each part of its bundle brings its own. */
const ALL_IN_PLACE = { inPlace: /./ }
/** Records name messages by their IDs, so main keeps a catalog; what its first page says doesn't wait for it. */
const FIRST_IN_PLACE = { inPlace: START }

/** The licences of everything that is bundled; the package puts these files where people can read them. */
const license = { fileName: 'third-party-licenses.md' }

// Decision 0002: everything is bundled, so a package holds no node_modules.
const builtins = builtinModules.flatMap((name) => [name, `node:${name}`])

/**
 * The command-line programs run in plain Node, where `electron` does not exist: a stray import stops the build here,
 * not the program in a terminal.
 * @returns {import('vite').Plugin}
 */
function refuseElectron() {
  return {
    name: 'refuse-electron',
    enforce: 'pre',
    resolveId(source, importer) {
      if (source !== 'electron') return null
      throw new Error(`${importer ?? 'The entry'} imports "electron", but this program runs in plain Node, which has none.`)
    },
  }
}

/**
 * Microsoft's packages import `node:process`. As a module, all its getters are read, which loads a report of the process and its possible flags.
 * @type {import('vite').Plugin}
 */
const globalProcess = {
  name: 'global-process',
  enforce: 'pre',
  resolveId: (source) => (source === 'node:process' ? '\0process' : null),
  load: (id) => (id === '\0process' ? 'export default globalThis.process' : null),
}

const OWN_COPY = '?full'

/**
 * Gives `zod` (which only code that is loaded later uses) a copy of its inner modules to itself. The inner modules are shared
 * with `zod/mini`, which main uses from its first moment, and a bundler puts a shared module where it is needed first, with
 * everything that is used of it: without this, main would load 40 kB of schemas at its start that it doesn't need.
 * @returns {import('vite').Plugin}
 */
function separateFullZod() {
  return {
    name: 'separate-full-zod',
    enforce: 'pre',
    async resolveId(source, importer) {
      const fromCopy = importer?.endsWith(OWN_COPY) === true
      if (source !== 'zod' && !(fromCopy && source.startsWith('.'))) return null
      const plainImporter = fromCopy ? importer?.slice(0, -OWN_COPY.length) : importer
      const resolved = await this.resolve(source, plainImporter, { skipSelf: true })
      return resolved === null ? null : { ...resolved, id: `${resolved.id}${OWN_COPY}` }
    },
  }
}

/**
 * @param {Exclude<Target, 'renderer'>} target
 * @param {string} outputFolder absolute
 * @returns {InlineConfig}
 */
function nodeConfig(target, outputFolder) {
  const { entry, output } = targets[target]
  const runsInElectron = target === 'main' || target === 'preload'
  const isOneScript = target === 'preload' || target === 'killed'
  const isMain = target === 'main'
  const inPlace = isMain ? FIRST_IN_PLACE : {}
  const chunks = isMain ? mainChunks(entry) : undefined
  return {
    root: repositoryRoot,
    configFile: false,
    logLevel: 'warn',
    plugins: [
      ...[
        messagesPlugin({ ...inPlace, inFiles: isMain }),
        packagesPlugin(),
        toolOutputPlugin(),
        buildingMessages(inPlace),
        oneByteOutput(),
      ],
      ...(runsInElectron ? [separateFullZod()] : [refuseElectron()]),
      ...(isMain ? [globalProcess] : []),
      ...(chunks ? [chunks.plugin] : []),
      bundledPackagesPlugin(),
    ],
    // The identity library opens the browser by the package `open`, which looks for scripts beside itself that no bundle has.
    resolve: {
      alias: [
        { find: /^open$/, replacement: path.join(repositoryRoot, 'node', 'services', 'identity', 'system-browser.ts') },
        compiledMessages,
      ],
    },
    ssr: { noExternal: true, target: 'node' },
    // The services' pipelines ask whether a body is a form. No body is, and to be asked for this name makes Node load an HTTP client.
    ...(isMain ? { define: { FormData: 'undefined' } } : {}),
    build: {
      ssr: path.join(repositoryRoot, entry),
      // Node 20 is the oldest the project runs on, and the oldest inside the Electrons it is tested with.
      target: 'node20',
      outDir: outputFolder,
      emptyOutDir: true,
      // In a terminal a readable stack trace is worth more than size.
      minify: runsInElectron,
      copyPublicDir: false,
      ssrEmitAssets: isMain,
      license: isMain || target === 'cmk-wizard' ? license : false,
      reportCompressedSize: false,
      rolldownOptions: {
        external: [...(runsInElectron ? ['electron'] : []), ...builtins.filter((name) => !isMain || name !== 'node:process')],
        output: {
          // A sandboxed preload is loaded as one CommonJS script: no ES module, no second file. Of what is killed, V8's code is kept for one.
          format: isOneScript ? 'cjs' : 'es',
          codeSplitting: chunks?.codeSplitting ?? !isOneScript,
          entryFileNames: path.basename(output),
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  }
}

/**
 * @param {string} outputFolder absolute
 * @returns {Promise<InlineConfig>}
 */
async function rendererConfig(outputFolder) {
  const { default: react } = await import('@vitejs/plugin-react')
  const chunks = pageChunks('main.tsx')
  return {
    root: path.join(repositoryRoot, 'renderer'),
    configFile: false,
    logLevel: 'warn',
    // Relative addresses: the page does not know under which host of the app's own scheme it is served.
    base: './',
    plugins: [
      messagesPlugin(ALL_IN_PLACE),
      buildingMessages(ALL_IN_PLACE),
      react(),
      themePlugin(),
      oneByteOutput(),
      chunks.plugin,
      bundledPackagesPlugin(),
    ],
    resolve: { alias: [compiledMessages] },
    build: {
      target: 'chrome130',
      outDir: outputFolder,
      emptyOutDir: true,
      minify: true,
      // An image inlined as data: or a preload shim would need exceptions in the page's content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      license,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1024,
      rolldownOptions: { input: path.join(repositoryRoot, targets.renderer.entry), output: { codeSplitting: chunks.codeSplitting } },
    },
  }
}

/**
 * @param {Target} target
 * @param {string} outputFolder absolute
 */
export async function configFor(target, outputFolder) {
  return target === 'renderer' ? rendererConfig(outputFolder) : nodeConfig(target, outputFolder)
}
