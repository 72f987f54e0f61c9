/**
 * What main loads when a tenant is opened, in two files and not in a hundred: each file of a bundle is looked for, opened, compiled and linked
 * by itself.
 *
 * A group of modules is one file without a circle of imports only if what its modules import is in the group or in a file that imports nothing
 * of it. So both groups are closed: `tenant` is everything that its entries load, but for what main may load before; `practice` is the room of
 * that name, and everything else that the practice tenant needs is in `tenant`.
 */
import path from 'node:path'
import { repositoryRoot } from './location.mjs'

/** @typedef {(id: string) => { readonly importedIds: readonly string[], readonly dynamicallyImportedIds: readonly string[] } | null} ModuleInfo */

/** Loaded by opening a tenant, whichever way, or right after it. */
const TENANT = [
  'electron/electron-host.ts',
  'electron/background/background.ts',
  'electron/background/electron-desk.ts',
  'machines/procedure/reading.ts',
  ...['integration', 'environment', 'policy', 'membership'].map((step) => `machines/procedure/steps/${step}/step.ts`),
  'services/azure/evidence.ts',
  'services/azure/load-clients.ts',
]
const PRACTICE = 'practice/open.ts'
/** Loaded by something that a person does in an open tenant. */
const LATER = ['electron/load-ahead.ts', 'electron/window/open-mail.ts', 'host/updates/start.ts', 'records/handoff/hand-over-file.ts']

/**
 * @param {readonly string[]} entries
 * @param {ModuleInfo} infoOf
 * @param {(id: string) => readonly string[]} [alsoOf] what is reached besides imports
 * @returns {Set<string>} they and everything that they import
 */
function closure(entries, infoOf, alsoOf = () => []) {
  const found = new Set(entries)
  // A set that grows while it is walked is walked to its end.
  for (const id of found) for (const each of [...(infoOf(id)?.importedIds ?? []), ...alsoOf(id)]) found.add(each)
  return found
}

/**
 * @param {string} entry of main
 * @param {ModuleInfo} infoOf
 * @param {(file: string) => string} idOf of a file that is called below the root
 * @returns {{ tenant: ReadonlySet<string>, practice: ReadonlySet<string> }} IDs of modules
 */
export function tenantModules(entry, infoOf, idOf) {
  const tenantEntries = TENANT.map(idOf)
  // The clients are parts of one thing; what they import of the makers of the services is loaded by each of them.
  const clients = infoOf(idOf('services/azure/load-clients.ts'))?.dynamicallyImportedIds.filter((id) => !id.includes('node_modules')) ?? []
  const behind = new Set([...tenantEntries, ...clients, idOf(PRACTICE), ...LATER.map(idOf)])
  const dynamicBefore = (/** @type {string} */ id) => (infoOf(id)?.dynamicallyImportedIds ?? []).filter((each) => !behind.has(each))
  const before = closure([entry], infoOf, dynamicBefore)
  const ofPractice = closure([idOf(PRACTICE)], infoOf)
  const room = path.join(repositoryRoot, 'practice') + path.sep
  const isPractice = (/** @type {string} */ id) => id.startsWith(room)
  const tenant = closure([...tenantEntries, ...clients, ...[...ofPractice].filter((id) => !isPractice(id))], infoOf)
  for (const id of before) tenant.delete(id)
  return { tenant, practice: new Set([...ofPractice].filter((id) => isPractice(id) && !before.has(id) && !tenant.has(id))) }
}

/**
 * @param {ReadonlyMap<string, readonly string[]>} imports what each file imports before it runs
 * @returns {readonly string[] | undefined} files of which each imports the next one, and the last one the first; nothing where there are none
 */
export function circleIn(imports) {
  const left = new Map(imports)
  // A file that imports nothing of what is left is in no circle.
  for (let before = -1; before !== left.size; ) {
    before = left.size
    for (const [file, wanted] of left) if (!wanted.some((each) => left.has(each))) left.delete(file)
  }
  /** @type {string[]} */
  const walked = []
  for (let file = [...left.keys()][0]; file !== undefined; file = left.get(file)?.find((each) => left.has(each))) {
    if (walked.includes(file)) return walked.slice(walked.indexOf(file))
    walked.push(file)
  }
  return undefined
}

/**
 * @param {string} entry of main, as it is called below the root
 * @returns {{ plugin: import('vite').Plugin, codeSplitting: import('vite').Rolldown.CodeSplittingOptions }}
 */
export function tenantChunks(entry) {
  const idOf = (/** @type {string} */ file) => path.join(repositoryRoot, ...file.split('/'))
  /** @type {{ tenant: ReadonlySet<string>, practice: ReadonlySet<string> } | undefined} */
  let modules
  return {
    plugin: {
      name: 'tenant-chunks',
      buildEnd() {
        modules = tenantModules(idOf(entry), (id) => this.getModuleInfo(id), idOf)
      },
      generateBundle(_options, bundle) {
        const files = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [file] : []))
        const circle = circleIn(new Map(files.map(({ fileName, imports }) => [fileName, imports])))
        if (circle)
          throw new Error(`Files of the bundle import each other, so a constant can be read before it is set: ${circle.join(' → ')}.`)
      },
    },
    codeSplitting: {
      // Both groups are closed: what they import besides has its place already.
      includeDependenciesRecursively: false,
      groups: [
        { name: 'tenant', test: (id) => modules?.tenant.has(id) === true },
        { name: 'practice', test: (id) => modules?.practice.has(id) === true },
      ],
    },
  }
}
