import { runnerImport } from 'vite'
import { repositoryRoot } from './location.mjs'
import { messagesPlugin } from './messages.mjs'

/**
 * Runs a module that is TypeScript, with what it imports of the rooms.
 * @param {string} file
 * @returns {Promise<{ module: any }>}
 */
export const runTypeScript = (file) =>
  runnerImport(file, { root: repositoryRoot, configFile: false, logLevel: 'warn', plugins: [messagesPlugin()] })
