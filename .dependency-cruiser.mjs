/**
 * Who may import whom. The rules are the architecture, so a wrong import fails here instead of being discussed. Imports of types count as
 * well: they tie two rooms together just the same. `npm run boundaries` checks them and draws the rooms into docs/architecture.md.
 */

/** What window and main have in common: names, shapes and schemas. Both load it, so it holds nothing that one of them lacks. */
const CONTRACT = '^electron/ipc/(?:contract|channels|view-schema|view-schema-of-step|view-schema-of-side-pages|window-title)\\.ts$'

const SCHEMAS = '^node_modules/zod/mini/'

/**
 * Circles that are to be removed with the views and records of the wizard's own context, which all of them go through. A file leaves this
 * list with its circle; none is added.
 */
const KNOWN_CIRCLES = [
  // The step's machine and its second reading name each other's events.
  '^machines/step/(?:machine|recheck)\\.ts$',
  // Each holds a part of the context and takes the whole of it.
  '^machines/wizard/(?:context|recovery|sign-in-again|from-main|plans|step-view)\\.ts$',
]

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
      name: 'messages-import-machines',
      comment: 'Messages are formatted with one library, from the catalog that the build extracts.',
      severity: 'error',
      from: { path: '^messages/' },
      to: { pathNot: ['^messages/', '^machines/', '^virtual:messages/', '^node_modules/(?:intl-messageformat|@formatjs)/'] },
    },
    {
      name: 'renderer-imports-machines-and-the-contract',
      comment: 'The window draws: it imports machines, the contract with main, React, Fluent UI and the small form of zod.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: {
        pathNot: [
          '^renderer/',
          '^machines/',
          '^messages/',
          '^assets/',
          CONTRACT,
          '^node_modules/(?:react|react-dom|@fluentui/react-components)/',
          SCHEMAS,
        ],
      },
    },
    {
      name: 'the-contract-imports-machines',
      comment: 'What both sides load imports machines, itself and the small form of zod.',
      severity: 'error',
      from: { path: CONTRACT },
      to: { pathNot: ['^machines/', '^messages/', CONTRACT, SCHEMAS] },
    },
    {
      name: 'electron-imports-machines',
      comment: 'Main imports itself, machines, its icons and any package; never the window, the tools or the tests.',
      severity: 'error',
      from: { path: '^electron/' },
      to: {
        pathNot: ['^electron/', '^machines/', '^messages/', '^assets/icons/', '^package\\.json$', '^node_modules/'],
        dependencyTypesNot: ['core'],
      },
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
      from: { pathNot: KNOWN_CIRCLES },
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
