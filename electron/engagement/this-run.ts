import { randomUUID } from 'node:crypto'
import { hostname, userInfo } from 'node:os'
import { hasCode } from './durable-file.ts'
import type { Holding } from './lock.ts'

/** This run of the wizard, as its locks name it to whoever comes second. */
export function thisRun(): Holding {
  return { user: userName(), host: hostname(), processId: process.pid, isRunning, newId: randomUUID }
}

/** An account without an entry in the system's list has no name there. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'unknown'
  }
}

/** Signal 0 asks only. Not being allowed to ask means that somebody else's process is there. */
function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}
