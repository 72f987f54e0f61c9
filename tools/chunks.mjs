/**
 * What main loads, in a few files and not in a hundred: each file of a bundle is looked for, opened, compiled and linked by itself.
 *
 * A group of modules is one file without a circle of imports only if what its modules import is in the group or in a file that imports nothing
 * of it. So all groups are closed. The first ones, in the order in which they are loaded, are everything that their entries import but for what
 * is in a group before. `shared` is what opening a tenant needs as well as something that main may load before; `tenant` is everything else
 * that its entries load; `practice` is the room `node/practice` without `presenting`, and everything else that the practice tenant
 * needs is in `tenant`; `steps` is what only the later steps need.
 */
import path from 'node:path'
import { repositoryRoot } from './location.mjs'

// Decision 0205: closed groups, because the bundler’s own way makes circles.
/** @typedef {(id: string) => { readonly importedIds: readonly string[], readonly dynamicallyImportedIds: readonly string[] } | null} ModuleInfo */

/** Modules loaded before a tenant is open, by moment: for the first page, for its first call, and where there are engagements to list. */
const BEFORE = {
  start: ['electron/wizard.ts', 'electron/keep-updated.ts'],
  calls: ['contract/contract.ts'],
  listing: ['electron/rows.ts', 'node/records/engagement/folder-store.ts', 'node/records/customers/customers-file.ts'],
}

/** Loaded by opening a tenant, whichever way, or right after it. */
const TENANT = [
  'electron/electron-host.ts',
  'electron/background/background.ts',
  'electron/background/electron-desk.ts',
  'machines/procedure/reading.ts',
  'machines/procedure/steps/integration/step.ts',
  ...['evidence', 'load-clients', 'reading-once'].map((name) => `node/services/azure/${name}.ts`),
  ...['brand/brand', 'pilot/proposals-file', 'templates/templates-file'].map((name) => `node/records/${name}.ts`),
  'node/practice/presenting/backstage.ts',
]
const GROUPS = /** @type {const} */ (['start', 'calls', 'listing', 'shared', 'tenant', 'practice', 'steps'])

/** Loaded with the first reading of one of them: a tenant opens with the first step. */
const STEPS = ['environment', 'policy', 'membership'].map((step) => `machines/procedure/steps/${step}/step.ts`)

const PRACTICE = 'node/practice/open.ts'
/** Loaded by something that a person does in an open tenant. */
const LATER = [
  'electron/load-ahead.ts',
  'electron/window/open-mail.ts',
  'node/host/updates/start.ts',
  'node/records/handoff/hand-over-file.ts',
]

/** Parts of Microsoft’s pipeline that only a real network needs. Its index names them beside those that a practice needs too. */
const NETWORK =
  /[\\/]network-client\.ts$|[\\/]esm[\\/](?:.*[hH]ttpClient|createPipelineFromOptions|policies[\\/](?!internal|bearer|decompress|tls|userAgent)\w+)\.js$/

/**
 * @param {readonly string[]} entries
 * @param {ModuleInfo} infoOf
 * @param {(id: string) => readonly string[]} [alsoOf] what is reached besides imports
 * @returns {Set<string>} they and everything that they import
 */
function closure(entries, infoOf, alsoOf = () => []) {
  const found = new Set(entries)
  // A set that grows while it is walked is walked to its end.
  for (const id of found) for (const each of [...(infoOf(id)?.importedIds ?? []), ...alsoOf(id)]) if (!NETWORK.test(each)) found.add(each)
  return found
}

/**
 * @param {string} entry of main
 * @param {ModuleInfo} infoOf
 * @param {(file: string) => string} idOf of a file that is called below the root
 * @returns {Record<'start' | 'calls' | 'listing' | 'shared' | 'tenant' | 'practice' | 'steps', Set<string>>} IDs of modules, by their group
 */
export function groupsOf(entry, infoOf, idOf) {
  const tenantEntries = TENANT.map(idOf)
  // The clients are parts of one thing; what they import of the makers of the services is loaded by each of them.
  const clients = infoOf(idOf('node/services/azure/load-clients.ts'))?.dynamicallyImportedIds.filter((id) => !NETWORK.test(id)) ?? []
  const behind = new Set([...tenantEntries, ...clients, ...[PRACTICE, ...STEPS, ...LATER].map(idOf)])
  const dynamicBefore = (/** @type {string} */ id) => (infoOf(id)?.dynamicallyImportedIds ?? []).filter((each) => !behind.has(each))
  const before = closure([entry], infoOf, dynamicBefore)
  const ofPractice = closure([idOf(PRACTICE)], infoOf)
  const room = path.join(repositoryRoot, 'node', 'practice') + path.sep
  const presenting = path.join(room, 'presenting') + path.sep
  const isPractice = (/** @type {string} */ id) => id.startsWith(room) && !id.startsWith(presenting)
  const ofTenant = closure([...tenantEntries, ...clients, ...[...ofPractice].filter((id) => !isPractice(id))], infoOf)

  // The entry's own imports are in its file.
  const taken = closure([entry], infoOf)
  /** @param {Iterable<string>} ids */
  const left = (ids) => {
    const own = new Set([...ids].filter((id) => !taken.has(id)))
    for (const id of own) taken.add(id)
    return own
  }
  const entriesOf = (/** @type {readonly string[]} */ files) => files.map(idOf).filter((id) => infoOf(id) !== null)
  const start = left(closure(entriesOf(BEFORE.start), infoOf))
  const calls = left(closure(entriesOf(BEFORE.calls), infoOf))
  const listing = left(closure(entriesOf(BEFORE.listing), infoOf))
  const shared = left([...ofTenant].filter((id) => before.has(id)))
  const tenant = left([...ofTenant].filter((id) => !before.has(id)))
  const practice = left([...ofPractice].filter((id) => isPractice(id) && !before.has(id)))
  return { start, calls, listing, shared, tenant, practice, steps: left(closure(entriesOf(STEPS), infoOf)) }
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

/** The pages of the start, of which the window gets one or two ready while it's idle. */
const START_PAGES = ['connect/connect-page.tsx', 'practice/practice-page.tsx', 'home/engagements.tsx']
const TENANT_PAGES = 'pages/tenant-pages.tsx'

/**
 * Modules that the window loads with a tenant: those shared with the start's pages, and the rest.
 * @param {string} entry of the window's page
 * @param {ModuleInfo} infoOf
 * @param {(file: string) => string} idOf of a file that is called below the window's folder
 * @returns {Record<'basics' | 'tenant-pages', Set<string>>} IDs of modules, by their group
 */
export function pageGroupsOf(entry, infoOf, idOf) {
  const first = closure([entry], infoOf)
  const ofStart = closure(START_PAGES.map(idOf), infoOf)
  const ofTenant = [...closure([idOf(TENANT_PAGES)], infoOf)].filter((id) => !first.has(id))
  return {
    basics: new Set(ofTenant.filter((id) => ofStart.has(id))),
    'tenant-pages': new Set(ofTenant.filter((id) => !ofStart.has(id))),
  }
}

/**
 * @template {string} Name
 * @param {readonly Name[]} names in the order in which they are loaded
 * @param {(infoOf: ModuleInfo) => Readonly<Record<Name, ReadonlySet<string>>>} find
 * @returns {{ plugin: import('vite').Plugin, codeSplitting: import('vite').Rolldown.CodeSplittingOptions }}
 */
function grouped(names, find) {
  /** @type {Readonly<Record<Name, ReadonlySet<string>>> | undefined} */
  let groups
  return {
    plugin: {
      name: 'grouped-chunks',
      buildEnd() {
        groups = find((id) => this.getModuleInfo(id))
      },
      generateBundle(_options, bundle) {
        const files = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [file] : []))
        const circle = circleIn(new Map(files.map(({ fileName, imports }) => [fileName, imports])))
        if (circle)
          throw new Error(`Files of the bundle import each other, so a constant can be read before it is set: ${circle.join(' → ')}.`)
      },
    },
    codeSplitting: {
      // All groups are closed: what they import besides has its place already.
      includeDependenciesRecursively: false,
      groups: names.map((name) => ({ name, test: (id) => groups?.[name].has(id) === true })),
    },
  }
}

/**
 * A name that is no file any more would leave its group out without a word.
 * @param {readonly string[]} files
 * @param {ModuleInfo} infoOf
 * @param {(file: string) => string} idOf
 */
function mustBeThere(files, infoOf, idOf) {
  const missing = files.filter((file) => infoOf(idOf(file)) === null)
  if (missing.length > 0) throw new Error(`tools/chunks.mjs names what the bundle doesn’t hold: ${missing.join(', ')}.`)
}

const idBelow =
  (/** @type {readonly string[]} */ ...folder) =>
  (/** @type {string} */ file) =>
    path.join(repositoryRoot, ...folder, ...file.split('/'))

/** @param {string} entry of main, as it is called below the root */
export const mainChunks = (entry) => {
  const idOf = idBelow()
  return grouped(GROUPS, (infoOf) => {
    mustBeThere([...TENANT, PRACTICE, ...STEPS, ...LATER, ...Object.values(BEFORE).flat()], infoOf, idOf)
    return groupsOf(idOf(entry), infoOf, idOf)
  })
}

/** @param {string} entry of the window's page, as it is called below its folder */
export const pageChunks = (entry) => {
  const idOf = idBelow('renderer')
  return grouped(/** @type {const} */ (['basics', 'tenant-pages']), (infoOf) => {
    mustBeThere([TENANT_PAGES, ...START_PAGES], infoOf, idOf)
    return pageGroupsOf(idOf(entry), infoOf, idOf)
  })
}
