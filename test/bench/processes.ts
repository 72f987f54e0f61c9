/** What a program and everything it started occupy in memory, and what they have calculated, on Linux. */
import { readdirSync, readFileSync } from 'node:fs'

/**
 * @param stat content of /proc/PID/stat
 * @returns the process that started it
 */
export function parentOf(stat: string): number {
  // The name in parentheses may hold blanks and parentheses itself; the state and the parent follow the last one.
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

/** Linux counts processor time in hundredths of a second, whatever its kernel uses. */
const TICK_MS = 10

/**
 * @param stat content of /proc/PID/stat
 * @returns ms of processor time, with that of the children that have ended
 */
export function cpuOf(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  // From the 14th field of the line on: in user mode and in the kernel, its own and that of its children.
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * TICK_MS
}

/**
 * Depends on what else the machine does far less than time does.
 * @returns ms of processor time of the process and its descendants; undefined where the system does not tell
 */
export function cpuMs(root: number): number | undefined {
  if (process.platform !== 'linux') return undefined
  return processTree(root, allProcesses()).reduce((sum, pid) => {
    const stat = readWhileAlive(`/proc/${pid}/stat`)
    return sum + (stat === undefined ? 0 : cpuOf(stat))
  }, 0)
}

/**
 * @param processes all of the machine
 * @returns the root and its descendants
 */
export function processTree(root: number, processes: readonly { pid: number; parent: number }[]): number[] {
  const children = processes.filter(({ parent }) => parent === root)
  return [root, ...children.flatMap(({ pid }) => processTree(pid, processes))]
}

/**
 * @param file below /proc
 * @returns undefined when its process ended between being listed and being read
 */
function readWhileAlive(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (reason) {
    if (reason instanceof Error && 'code' in reason && (reason.code === 'ENOENT' || reason.code === 'ESRCH')) return undefined
    throw reason
  }
}

function allProcesses(): { pid: number; parent: number }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = readWhileAlive(`/proc/${name}/stat`)
      return stat === undefined ? [] : [{ pid: Number(name), parent: parentOf(stat) }]
    })
}

/**
 * Proportional set size: a page that several processes share counts in parts, so the sum over processes is what the
 * program really takes. Adding up resident sets would count Chromium four times.
 * @returns MB (10⁶ bytes) of the process and its descendants; undefined where the system does not
 * tell, as for the sandboxed processes of an ordinary user
 */
export function proportionalSetSizeMb(root: number): number | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    const kib = processTree(root, allProcesses()).map((pid) => {
      const rollup = readWhileAlive(`/proc/${pid}/smaps_rollup`)
      return rollup === undefined ? 0 : Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1])
    })
    return (kib.reduce((sum, value) => sum + value, 0) * 1024) / 1e6
  } catch (reason) {
    if (reason instanceof Error && 'code' in reason && reason.code === 'EACCES') return undefined
    throw reason
  }
}
