import { chmodSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { testFolder } from '#test/folder.ts'

/** Azure CLI as a program of this system: it prints this, or fails with these words. */
export function onlyAzureCli(does: { readonly prints: string } | { readonly fails: string }): void {
  const text = 'prints' in does ? does.prints : does.fails
  if (process.platform !== 'win32') {
    const print = `printf '%s\\n' '${text.replaceAll("'", "'\\''")}'`
    onlyOnPath({ az: 'prints' in does ? print : `${print} >&2\nexit 1` })
    return
  }
  const folder = testFolder({ 'az.txt': text })
  onTestFinished(() => void vi.unstubAllEnvs())
  const type = '@type "%~dp0az.txt"'
  writeFileSync(path.join(folder, 'az.cmd'), 'prints' in does ? `${type}\r\n` : `${type} 1>&2\r\n@exit /b 1\r\n`)
  vi.stubEnv('PATH', folder)
}

/**
 * Makes these programs, and no others, the ones that can be started by name, until the test ends.
 * @param programs name and the text of a shell script each
 */
export function onlyOnPath(programs: Readonly<Record<string, string>>): void {
  const folder = testFolder()
  onTestFinished(() => void vi.unstubAllEnvs())
  for (const [name, script] of Object.entries(programs)) {
    const file = path.join(folder, name)
    writeFileSync(file, `#!/bin/sh\n${script}\n`)
    chmodSync(file, 0o755)
  }
  vi.stubEnv('PATH', folder)
}
