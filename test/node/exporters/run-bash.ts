import { spawn } from 'node:child_process'
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { POLICY, PRINCIPAL, TENANT } from './samples.ts'

/** Resources in the test double's cloud, by file name, with the file's text. */
export type State = Readonly<Record<string, string>>

export interface BashRun {
  readonly status: number | null
  readonly output: string
  readonly errors: string
  /** Every call of az with its arguments. */
  readonly calls: readonly (readonly string[])[]
  /** Arguments of every `sleep`, which takes no time here. */
  readonly sleeps: readonly string[]
  /** Files that lie where the script ran: nothing may. */
  readonly left: readonly string[]
}

export interface FakeCloud {
  run(script: string, words?: readonly string[], environment?: Readonly<Record<string, string>>): Promise<BashRun>
  put(state: State): Promise<void>
  close(): Promise<void>
}

/** Every read of anything: what is not a read would change the cloud. */
export const isRead = (call: readonly string[]): boolean => call.includes('show') || call.includes('--method=get')

/** A cloud in a folder, for real bash with test doubles for az and sleep. */
export async function fakeCloud(state: State = {}): Promise<FakeCloud> {
  const root = await mkdtemp(path.join(tmpdir(), 'fake-cloud-'))
  const [bin, held, work] = ['bin', 'state', 'work'].map((name) => path.join(root, name)) as [string, string, string]
  for (const folder of [bin, held, work]) await mkdir(folder)
  await copyFile(path.join(import.meta.dirname, 'fake-az.sh'), path.join(bin, 'az'))
  await writeFile(path.join(bin, 'sleep'), `#!/usr/bin/env bash\nprintf '%s\\n' "$*" >>"$FAKE_STATE/sleeps"\n`)
  for (const name of ['az', 'sleep']) await chmod(path.join(bin, name), 0o755)
  const put = async (more: State): Promise<void> => {
    for (const [name, text] of Object.entries(more)) await writeFile(path.join(held, name), text)
  }
  const take = async (name: string): Promise<string> => {
    const file = path.join(held, name)
    const text = await readFile(file, 'utf8').catch(() => '')
    await rm(file, { force: true })
    return text
  }
  await put({ tenant: TENANT, ...state })
  return {
    put,
    close: () => rm(root, { recursive: true }),
    async run(script, words = ['--yes'], environment = {}) {
      await writeFile(path.join(root, 'script.sh'), script)
      const env = {
        ...process.env,
        PATH: `${bin}:${process.env['PATH']}`,
        FAKE_STATE: held,
        FAKE_PRINCIPAL: PRINCIPAL,
        FAKE_POLICY: POLICY,
        FAKE_NOW: new Date().toISOString(),
        ...environment,
      }
      const ended = await inBash([path.join(root, 'script.sh'), ...words], env, work)
      const calls = (await take('calls')).split('\u001e\0').map((call) => call.split('\0').slice(0, -1))
      const sleeps = (await take('sleeps')).split('\n').filter(Boolean)
      return { ...ended, calls: calls.slice(0, -1), sleeps, left: await readdir(work) }
    },
  }
}

/** In a separate session, so that it has no terminal to ask at, however the tests are run. */
function inBash(words: readonly string[], env: NodeJS.ProcessEnv, cwd: string): Promise<Pick<BashRun, 'status' | 'output' | 'errors'>> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', words, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let errors = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text
    })
    // A script that loops forever must not outlive its test.
    const late = setTimeout(() => child.kill('SIGKILL'), 20_000)
    child.once('error', reject)
    child.once('close', (status) => {
      clearTimeout(late)
      resolve({ status, output, errors })
    })
  })
}
