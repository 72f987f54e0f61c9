import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { findProgram } from '../../tools/system.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** Azure CLI's own list of which part of it has which command; absent: each of its new settings loads all parts to write one. */
    commandIndex?: string
  }
}

/** Azure CLI's list of its commands, written once for all rehearsals: it takes as long as four commands. */
export default function writeCommandIndex(project: TestProject): () => void {
  const settings = mkdtempSync(path.join(tmpdir(), 'azure-cli-index-'))
  const environment = { ...process.env, AZURE_CONFIG_DIR: settings, PYTHONWARNINGS: 'ignore' }
  const isWritten =
    findProgram('az') !== undefined &&
    spawnSync('az', ['config', 'set', 'core.collect_telemetry=false', '--only-show-errors'], { env: environment }).status === 0
  if (isWritten) project.provide('commandIndex', path.join(settings, 'commandIndex.json'))
  return () => rmSync(settings, { recursive: true, force: true })
}
