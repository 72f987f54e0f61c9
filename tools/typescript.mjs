import { runnerImport } from 'vite'
import { repositoryRoot } from './location.mjs'
import { messagesPlugin } from './messages.mjs'

/** Runs a tool that is TypeScript, with what it imports of the rooms. @param {string} file */
export const runTypeScript = (file) =>
  runnerImport(file, { root: repositoryRoot, configFile: false, logLevel: 'warn', plugins: [messagesPlugin()] })
