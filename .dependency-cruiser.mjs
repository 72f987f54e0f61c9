/**
 * Who may import whom. The rules are the architecture, so a wrong import fails here instead of being discussed. Imports of types count as
 * well: they tie two rooms together just the same. `npm run check -- boundaries` checks them and draws the rooms into docs/architecture.md.
 * Decision 0091: a tool of our own found no circles and no renamed path. Decision 0218: what the folders at the top are named for.
 */

/** What each room may import of the others. A folder that isn't here has no rule of its own yet. */
const MAY_IMPORT = {
  messages: ['machines'],
  contract: ['machines', 'messages'],
  'node/services': ['machines'],
  'node/practice': ['machines', 'node/services'],
  'node/exporters': ['machines', 'messages', 'node/services', 'contract'],
  'node/records': ['machines', 'messages', 'node/services', 'contract'],
  'node/host': ['machines', 'messages', 'node/services', 'node/practice', 'node/records', 'node/exporters', 'contract'],
  'node/practice/presenting': ['machines', 'messages', 'node/services', 'node/practice', 'contract'],
  'node/cli': [
    'machines',
    'messages',
    'node/services',
    'node/practice',
    'node/practice/presenting',
    'node/records',
    'node/exporters',
    'node/host',
  ],
  renderer: ['machines', 'messages', 'contract', 'assets', 'docs'],
  electron: [
    'machines',
    'messages',
    'node/services',
    'node/practice',
    'node/records',
    'node/exporters',
    'node/host',
    'node/practice/presenting',
    'contract',
    'assets/icons',
  ],
}

/** The practice tenant knows nothing of those who present it. */
const pathOf = (/** @type {string} */ room) => (room === 'node/practice' ? '^node/practice/(?!presenting/)' : `^${room}/`)

/** Rooms that run in Node: any package, and Node's own modules. */
const runsInNode = (/** @type {string} */ room) => room === 'electron' || room.startsWith('node/')

const SCHEMAS = '^node_modules/zod/mini/'

/** @type {Readonly<Record<string, readonly string[]>>} the packages of the other rooms */
const PACKAGES = {
  messages: ['^virtual:messages/', '^node_modules/(?:intl-messageformat|@formatjs)/'],
  contract: [SCHEMAS],
  electron: ['^virtual:packages$'],
  renderer: ['^virtual:fluent-tokens\\.css$', '^node_modules/(?:react|react-dom)/', SCHEMAS],
}

const rooms = Object.entries(MAY_IMPORT).map(([room, others]) => ({
  name: `${room}-imports-what-it-may`,
  comment: `${room} imports itself, ${others.join(', ')}${runsInNode(room) ? ' and any package' : ' and the packages it is made with'}.`,
  severity: /** @type {const} */ ('error'),
  from: { path: pathOf(room) },
  to: {
    pathNot: [
      ...[room, ...others].map(pathOf),
      ...(runsInNode(room) ? ['^node_modules/', '^package\\.json$'] : []),
      ...(PACKAGES[room] ?? []),
    ],
    .../** @type {{ dependencyTypesNot?: ['core'] }} */ (runsInNode(room) ? { dependencyTypesNot: ['core'] } : {}),
  },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'machines-import-xstate-and-machines',
      comment: 'The procedure is pure: it imports xstate and itself.',
      severity: 'error',
      from: { path: '^machines/' },
      to: { pathNot: ['^machines/', '^node_modules/xstate/(?!dist/xstate-)'] },
    },
    {
      name: 'engine-knows-no-procedure',
      comment: 'The engine runs any documented procedure, so it imports none.',
      severity: 'error',
      from: { path: '^machines/engine/' },
      to: { path: '^machines/procedure/' },
    },
    {
      name: 'records-know-no-procedure',
      comment: 'The record, the report and the handoff are of whatever procedure they are given.',
      severity: 'error',
      from: { path: '^node/records/' },
      to: { path: '^machines/procedure/' },
    },
    {
      name: 'host-knows-no-procedure',
      comment: 'The host runs what it is given. Only the file in which the app and the command line compose it names the procedure.',
      severity: 'error',
      from: { path: '^node/host/', pathNot: '^node/host/customer-managed-keys\\.ts$' },
      to: { path: '^(?:machines/procedure|node/exporters|node/practice)/' },
    },
    {
      name: 'messages-know-no-procedure',
      comment: 'Formatting knows no procedure. Only the types of the view that the window draws name it.',
      severity: 'error',
      from: { path: '^messages/', pathNot: '^messages/view\\.ts$' },
      to: { path: '^machines/procedure/' },
    },
    {
      name: 'definitions-are-loaded-by-name',
      comment:
        'What reads a step or an operation is loaded when a tenant is opened, each from its own file. Imported by others, the built app would ask that file for what it waits for itself, and not open.',
      severity: 'error',
      from: { path: '^(?:machines|node|electron)/' },
      to: {
        path: '^machines/procedure/(?:steps|operations)/[^/]+/(?:step|operation)\\.ts$',
        dependencyTypesNot: ['dynamic-import', 'type-only'],
      },
    },
    ...rooms,
    {
      name: 'only-electron-imports-electron',
      comment: 'Everything else runs without Electron: from the command line, on a server, in a test.',
      severity: 'error',
      from: { path: '^node/' },
      to: { path: '^node_modules/electron/' },
    },
    {
      name: 'tools-import-tools',
      comment: 'Tools run before anything is built: they import themselves, their configuration and any package.',
      severity: 'error',
      from: { path: '^tools/' },
      to: { pathNot: ['^tools/', '^\\.dependency-cruiser\\.mjs$', '^node_modules/'], dependencyTypesNot: ['core'] },
    },
    {
      name: 'nobody-imports-tests',
      comment: 'Tests may import every room. No room imports them.',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-circles',
      comment: 'No circle of imports, one closed by a type alone included.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    // TypeScript's own parser, before it takes imports of types away.
    tsPreCompilationDeps: true,
    doNotFollow: { path: '^node_modules/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
