/**
 * Switches of Node.js that lower the version or the ciphers of TLS, trust other authorities, take answers that aren't HTTP, or write down keys or
 * what is sent. Node.js reads them before any code of a program runs, so they can't be taken back.
 */
const WEAKENING: ReadonlySet<string> = new Set([
  '--insecure-http-parser',
  '--tls-cipher-list',
  '--tls-keylog',
  '--tls-min-v1.0',
  '--tls-min-v1.1',
  '--trace-tls',
  '--use-openssl-ca',
])

/** Words of NODE_OPTIONS, as Node.js takes them apart: double quotes keep spaces, and in them a backslash keeps the next character. */
const wordsOf = (options: string): readonly string[] =>
  (options.match(/(?:"(?:\\.|[^"\\])*"?|[^ "])+/gs) ?? []).map((word) => word.replaceAll(/"((?:\\.|[^"\\])*)"?/gs, '$1'))

/** Name as the documentation has it: Node.js takes underscores for hyphens. */
const nameOf = (word: string): string => (word.split('=', 1)[0] ?? '').replaceAll('_', '-')

/**
 * Names of switches that weaken connections or print what they carry.
 * @param given on the command line of Node.js: `process.execArgv`
 * @param options the variable NODE_OPTIONS
 */
export const weakeningSwitches = (given: readonly string[], options = ''): readonly string[] => [
  ...new Set([...given, ...wordsOf(options)].map(nameOf).filter((name) => WEAKENING.has(name))),
]
