/** A practice tenant in a separate process, for programs that are measured against it. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { repositoryRoot } from '../../tools/location.mjs'

const START_LIMIT_MS = 60_000

/**
 * @param words options of the practice tenant
 * @returns `summaryFile` holds what it prints with `--json`
 * @throws when it does not start
 */
export async function serveTenant(words: readonly string[]): Promise<{ summaryFile: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-tenant-'))
  const summaryFile = path.join(folder, 'tenant.json')
  const program = path.join(repositoryRoot, 'out', 'practice-tenant', 'index.js')
  const child = spawn(process.execPath, [program, '--port', '0', '--json', '--ca-out', path.join(folder, 'authority.pem'), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const stop = async () => {
    child.kill()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  let printed = ''
  let complaint = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
    if (printed.endsWith('\n')) writeFileSync(summaryFile, printed)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text
  })
  const deadline = Date.now() + START_LIMIT_MS
  while (!existsSync(summaryFile) || readFileSync(summaryFile, 'utf8') === '') {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop()
      throw new Error(`The practice tenant did not start. ${complaint.trim()}`)
    }
    await pause(50)
  }
  return { summaryFile, stop }
}
