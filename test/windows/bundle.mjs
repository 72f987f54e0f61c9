/**
 * Bundles tests for the Node.js of Windows. Vitest's command can't run there: its bundler is native code, which isn't installed for Windows. What the
 * tests take from Vitest itself is plain JavaScript, and stays outside of the bundle.
 */
import { builtinModules } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { repositoryRoot } from '../../tools/location.mjs'
import { messagesPlugin } from '../../tools/messages.mjs'
import { packagesPlugin } from '../../tools/packages.mjs'
import { toolOutputPlugin } from '../../tools/tool-output.mjs'
import { onWindows } from './wine.mjs'

/** Files that a test reads beside itself are where they were, on the drive that is this system's root folder. */
function asOnWindows() {
  /** @type {import('vite').Plugin} */
  const plugin = {
    name: 'as-on-windows',
    transform(code, id) {
      const isOurs = ['test', 'tools'].some((room) => id.startsWith(path.join(repositoryRoot, room) + path.sep))
      if (!isOurs || !code.includes('import.meta')) return null
      const changed = code
        .replaceAll('import.meta.dirname', JSON.stringify(onWindows(path.dirname(id))))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href.replace('file:///', 'file:///Z:/')))
      return { code: changed, map: null }
    },
  }
  return plugin
}

/**
 * @param {readonly string[]} files tests, relative to the repository
 * @param {string} folder relative to the repository, which is where the packages that stay outside are found from
 * @returns {Promise<readonly string[]>} a bundle for each test, in the same order
 */
export async function bundleTests(files, folder) {
  const { build } = await import('vite')
  await build({
    root: repositoryRoot,
    configFile: false,
    logLevel: 'warn',
    plugins: [messagesPlugin(), packagesPlugin(), toolOutputPlugin(), asOnWindows()],
    resolve: {
      alias: [{ find: /^open$/, replacement: path.join(repositoryRoot, 'node', 'services', 'identity', 'system-browser.ts') }],
    },
    ssr: { noExternal: true, target: 'node', external: ['vitest', 'vite', 'azurite', 'node-ical'] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: path.join(repositoryRoot, folder),
      emptyOutDir: true,
      minify: false,
      copyPublicDir: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries(files.map((file) => [file, path.join(repositoryRoot, file)])),
        external: [/^vitest(\/|$)/, ...builtinModules.flatMap((name) => [name, `node:${name}`])],
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
      },
    },
  })
  return files.map((file) => path.join(folder, `${file}.mjs`))
}
