import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/**
 * Creates a folder that a person names, and those above it. One by one: where the system says of a new folder that it's missing, as in
 * Linux's `/proc`, Node.js itself tries without end.
 */
export function createFolder(named: string): void {
  const folder = path.resolve(named)
  try {
    createOne(folder)
  } catch (error) {
    const parent = path.dirname(folder)
    if (!isMissing(error) || parent === folder) throw error
    createFolder(parent)
    createOne(folder)
  }
}

/** Windows refuses a drive in other words than that it's there. */
function createOne(folder: string): void {
  try {
    mkdirSync(folder)
  } catch (error) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}
