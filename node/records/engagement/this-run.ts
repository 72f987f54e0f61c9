import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { hasCode } from './durable-file.ts'
import type { Holding } from './lock.ts'

export function thisRun(): Holding {
  return { user: userName(), host: hostname(), processId: process.pid, isRunning, startOf, newId: randomUUID }
}

/** An account may be missing in the system's list. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'unknown'
  }
}

/** Signal 0 only asks; a refusal means another user's process. */
function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

/** Linux: boot ID and the process's clock ticks. Other systems don't tell. */
function startOf(processId: number): string | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8')
    // The program's name in parentheses may contain anything; the start is field 22, the 20th after it.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return ticks === undefined ? undefined : `${boot} ${ticks}`
  } catch {
    return undefined
  }
}
