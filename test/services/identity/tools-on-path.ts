import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, vi } from 'vitest'

const folders: string[] = []
afterEach(() => {
  vi.unstubAllEnvs()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/**
 * Makes these programs, and no others, the ones that can be started by name.
 * @param programs name and the text of a shell script each
 */
export function onlyOnPath(programs: Readonly<Record<string, string>>): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'tools-'))
  folders.push(folder)
  for (const [name, script] of Object.entries(programs)) {
    const file = path.join(folder, name)
    writeFileSync(file, `#!/bin/sh\n${script}\n`)
    chmodSync(file, 0o755)
  }
  vi.stubEnv('PATH', folder)
}
