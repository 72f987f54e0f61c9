import { chmodSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { testFolder } from '#test/folder.ts'

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
