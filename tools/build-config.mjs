/** What is built from what, as configuration for Vite. */
import { builtinModules } from 'node:module'
import path from 'node:path'
import { bundledPackagesPlugin } from './bundled-packages.mjs'
import { mainChunks, pageChunks } from './chunks.mjs'
import { repositoryRoot } from './location.mjs'
import { buildingMessages, compiledMessages, messagesPlugin, START } from './messages.mjs'
import { oneByteOutput } from './one-byte-output.mjs'
import { packagesPlugin } from './packages.mjs'
import { themePlugin } from './theme.mjs'

/** @typedef {import('vite').InlineConfig} InlineConfig */
/** @typedef {'main' | 'preload' | 'renderer' | 'demo' | 'practice-tenant' | 'catalogue' | 'facts' | 'statechart' | 'cmk-wizard' | 'faults' | 'soak' | 'model' | 'corrupt' | 'ipc' | 'kill' | 'killed' | 'store' | 'bench'} Target */

/** The rooms that may be part of any program but the window's page. */
const rooms = ['contract', 'electron', 'machines', 'node']

/** Changing one of these changes every bundle. */
const recipe = [
  'messages',
  'tools/messages.mjs',
  'tools/one-byte-output.mjs',
  'tools/packages.mjs',
  'tools/theme.mjs',
  'tools/build.mjs',
  'tools/build-config.mjs',
  'tools/bundled-packages.mjs',
  'tools/chunks.mjs',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
]

const longTests = [
  ...rooms,
  ...[
    'corrupt',
    'faults',
    'ipc',
    'kill',
    'long',
    'model',
    'oracle',
    'soak',
    'store',
    'node/practice/presenting',
    'node/records/team',
    'machines/procedure/actions',
    'leaping-time.ts',
  ].map((name) => `test/${name}`),
  ...recipe,
]

/**
 * `sources` are the files and folders whose content decides whether a bundle is stale.
 * @type {Readonly<Record<Target, { entry: string, output: string, sources: readonly string[] }>>}
 */
export const targets = {
  main: { entry: 'electron/main.ts', output: 'out/main/index.js', sources: [...rooms, 'assets/icons', ...recipe] },
  preload: { entry: 'electron/preload.ts', output: 'out/preload/index.cjs', sources: [...rooms, ...recipe] },
  renderer: {
    entry: 'renderer/index.html',
    output: 'out/renderer/index.html',
    sources: ['renderer', 'machines', 'contract', 'assets', ...recipe],
  },
  demo: { entry: 'node/cli/demo/main.ts', output: 'out/demo/index.js', sources: [...rooms, ...recipe] },
  'practice-tenant': {
    entry: 'node/cli/practice-tenant/main.ts',
    output: 'out/practice-tenant/index.js',
    sources: [...rooms, ...recipe],
  },
  catalogue: {
    entry: 'node/cli/catalog/main.ts',
    output: 'out/catalogue/index.js',
    sources: ['node/cli/catalog', 'machines', ...recipe],
  },
  facts: {
    entry: 'node/cli/facts/main.ts',
    output: 'out/facts/index.js',
    sources: ['node/cli/facts', 'machines', ...recipe],
  },
  statechart: {
    entry: 'node/cli/statechart/main.ts',
    output: 'out/statechart/index.js',
    sources: ['node/cli/statechart', 'machines', ...recipe],
  },
  'cmk-wizard': {
    entry: 'node/cli/cmk-wizard/main.ts',
    output: 'out/cmk-wizard/index.js',
    sources: [...rooms, ...recipe],
  },
  faults: { entry: 'test/faults/main.ts', output: 'out/faults/index.js', sources: longTests },
  corrupt: { entry: 'test/corrupt/main.ts', output: 'out/corrupt/index.js', sources: longTests },
  ipc: { entry: 'test/ipc/main.ts', output: 'out/ipc/index.js', sources: longTests },
  model: { entry: 'test/model/sequences/main.ts', output: 'out/model/index.js', sources: longTests },
  kill: { entry: 'test/kill/main.ts', output: 'out/kill/index.js', sources: longTests },
  killed: { entry: 'test/kill/host.ts', output: 'out/killed/index.cjs', sources: longTests },
  store: { entry: 'test/store/main.ts', output: 'out/store/index.js', sources: longTests },
  soak: { entry: 'test/soak/main.ts', output: 'out/soak/index.js', sources: longTests },
  bench: { entry: 'test/bench/main.ts', output: 'out/bench/index.js', sources: [...rooms, 'test/bench', ...recipe] },
}

/**
 * What tests and people need; the programs that measure, meet every fault and are killed are built by their own commands.
 * @type {readonly Target[]}
 */
export const allTargets = ['main', 'preload', 'renderer', 'demo', 'practice-tenant']

/**
 * The bundles that make up the app.
 * @type {readonly Target[]}
 */
export const appTargets = ['main', 'preload', 'renderer']

/** What a package holds: the app, and the command line beside it. */
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
      ...[messagesPlugin({ ...inPlace, inFiles: isMain }), packagesPlugin(), buildingMessages(inPlace), oneByteOutput()],
      runsInElectron ? separateFullZod() : refuseElectron(),
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
        external: runsInElectron ? ['electron', ...builtins] : builtins,
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
