import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { hasCode } from './durable-file.ts'
import type { Holding } from './lock.ts'

/** This run of the wizard, as its locks name it to other runs. */
export function thisRun(): Holding {
  return { user: userName(), host: hostname(), processId: process.pid, isRunning, startOf, newId: randomUUID }
}

/** An account without an entry in the system's list has no name there. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'unknown'
  }
}

/** Signal 0 asks only. A refusal to ask means that another user's process is there. */
function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

/** On Linux: this start of the computer, and the clock ticks from it to the process's own. Elsewhere only a program of the system tells. */
function startOf(processId: number): string | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8')
    // The program's name is in parentheses and may hold anything; the start is the 22nd field, the 20th after it.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return ticks === undefined ? undefined : `${boot} ${ticks}`
  } catch {
    return undefined
  }
}
