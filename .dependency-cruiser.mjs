/**
 * Who may import whom. The rules are the architecture, so a wrong import fails here instead of being discussed. Imports of types count as
 * well: they tie two rooms together just the same. `npm run check -- boundaries` checks them and draws the rooms into docs/architecture.md.
 * Decision 0091: a tool of our own found no circles and no renamed path.
 */

/** What each room may import of the others. A room that is not here may import nothing but itself. */
const MAY_IMPORT = {
  messages: ['machines'],
  ipc: ['machines', 'messages'],
  services: ['machines'],
  practice: ['machines', 'services'],
  scripts: ['machines', 'messages', 'services', 'ipc'],
  records: ['machines', 'messages', 'services', 'ipc'],
  host: ['machines', 'messages', 'services', 'practice', 'records', 'scripts', 'ipc'],
  presenting: ['machines', 'messages', 'services', 'practice', 'ipc'],
  cli: ['machines', 'messages', 'services', 'practice', 'presenting', 'records', 'scripts', 'host'],
  renderer: ['machines', 'messages', 'ipc', 'assets', 'docs'],
  electron: ['machines', 'messages', 'services', 'practice', 'records', 'scripts', 'host', 'presenting', 'ipc', 'assets/icons'],
}

/** Rooms that run in Node: any package, and Node's own modules. */
const IN_NODE = ['services', 'practice', 'scripts', 'records', 'host', 'presenting', 'cli', 'electron']

const SCHEMAS = '^node_modules/zod/mini/'

/** @type {Readonly<Record<string, readonly string[]>>} the packages of the other rooms */
const PACKAGES = {
  messages: ['^virtual:messages/', '^node_modules/(?:intl-messageformat|@formatjs)/'],
  ipc: [SCHEMAS],
  electron: ['^virtual:packages$'],
  renderer: ['^node_modules/(?:react|react-dom|@fluentui/react-components)/', SCHEMAS],
}

const rooms = Object.entries(MAY_IMPORT).map(([room, others]) => ({
  name: `${room}-imports-what-it-may`,
  comment: `${room} imports itself, ${others.join(', ')}${IN_NODE.includes(room) ? ' and any package' : ' and the packages it is made with'}.`,
  severity: /** @type {const} */ ('error'),
  from: { path: `^${room}/` },
  to: {
    pathNot: [
      ...[room, ...others].map((each) => `^${each}/`),
      ...(IN_NODE.includes(room) ? ['^node_modules/', '^package\\.json$'] : []),
      ...(PACKAGES[room] ?? []),
    ],
    .../** @type {{ dependencyTypesNot?: ['core'] }} */ (IN_NODE.includes(room) ? { dependencyTypesNot: ['core'] } : {}),
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
      from: { path: '^records/' },
      to: { path: '^machines/procedure/' },
    },
    {
      name: 'host-knows-no-procedure',
      comment: 'The host runs what it is given. Only the file in which the app and the command line compose it names the procedure.',
      severity: 'error',
      from: { path: '^host/', pathNot: '^host/customer-managed-keys\\.ts$' },
      to: { path: '^(?:machines/procedure|scripts|practice)/' },
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
      from: { path: '^(?:machines|host|records|services|scripts|practice|presenting|electron|cli)/' },
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
      from: { path: '^(?:cli|host|practice|presenting|records|scripts|services)/' },
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
