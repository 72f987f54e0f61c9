import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { repositoryRoot } from '../../../tools/location.mjs'
import { within } from '../launch.ts'

/** How long the practice tenant may take to listen, and to end. */
const START_LIMIT_MS = 20_000
const END_LIMIT_MS = 5_000

/** Output of the practice tenant with `--json`. */
const summary = z.object({
  tenantId: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  addresses: z.record(z.string(), z.string()),
  caFile: z.string(),
  cloudFile: z.string(),
  clientCertificateFile: z.string(),
})

/** The practice tenant over HTTPS in a separate process, as a whole cloud to sign in to. */
export interface ServedCloud extends z.infer<typeof summary> {
  /** Its complaints so far; must be empty. */
  complaints(): string
  stop(): Promise<void>
}

/** @param words options of the practice tenant, for example `--no-consent` and a service */
export async function serveCloud(...words: readonly string[]): Promise<ServedCloud> {
  const folder = mkdtempSync(path.join(tmpdir(), 'served-cloud-'))
  const at = (name: string): string => path.join(folder, name)
  const program = path.join(repositoryRoot, 'out', 'practice-tenant', 'index.js')
  const files = ['--ca-out', at('authority.pem'), '--cloud-out', at('cloud.json'), '--client-certificate-out', at('client.pem')]
  const child = spawn(process.execPath, [program, '--port', '0', '--json', ...files, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text
  })
  const stop = async (): Promise<void> => {
    await end(child)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const [line] = await within(START_LIMIT_MS, 'The start of the practice tenant', once(createInterface(child.stdout), 'line'))
    return { ...summary.parse(JSON.parse(String(line))), complaints: () => complaints, stop }
  } catch (reason) {
    await stop()
    throw new Error(`The practice tenant did not start. It printed:\n${complaints}`, { cause: reason })
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill()
  await within(END_LIMIT_MS, 'The end of the practice tenant', ended)
}
