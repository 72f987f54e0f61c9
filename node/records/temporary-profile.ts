import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Includes the process ID, to recognize leftovers. */
const NAME = /^cmk-wizard-class-(?<pid>\d+)-/

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const remove = (folder: string): void => {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  } catch (error) {
    console.error(`${folder} could not be removed:`, error)
  }
}

/** Chromium writes until its last process ends: a separate process removes the folder later. */
function removeOnceEnded(folder: string): void {
  const wait = `while kill -0 ${process.pid} 2>/dev/null; do sleep 0.2; done; sleep 1; rm -rf -- "$1"`
  const [program, words] =
    process.platform === 'win32'
      ? ['cmd.exe', ['/d', '/s', '/c', `"ping -n 4 127.0.0.1 >nul & rmdir /s /q "${folder}""`]]
      : ['/bin/sh', ['-c', wait, 'sh', folder]]
  const child = spawn(program, words, { detached: true, stdio: 'ignore', windowsHide: true, windowsVerbatimArguments: true })
  child.once('error', (error) => console.error(`${folder} could not be removed:`, error))
  child.unref()
}

/**
 * A temporary profile for a class. Leftovers of killed processes are removed by the next.
 * @param temporary the system's temporary folder
 * @param later removes again what is written while the process ends
 */
export function temporaryProfile(
  temporary = tmpdir(),
  later: (folder: string) => void = removeOnceEnded,
): { readonly folder: string; readonly remove: () => void } {
  for (const name of readdirSync(temporary)) {
    const pid = NAME.exec(name)?.groups?.['pid']
    if (pid !== undefined && !isRunning(Number(pid))) remove(path.join(temporary, name))
  }
  const folder = mkdtempSync(path.join(temporary, `cmk-wizard-class-${process.pid}-`))
  return {
    folder,
    remove() {
      remove(folder)
      later(folder)
    },
  }
}
