import { constants, type Stats } from 'node:fs'
import { open, readlink, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { managedMessages as messages } from '../../machines/managed/messages.ts'
import type { Managed, ManagedRefused } from '../../machines/managed/settings.ts'
import { AuthoritiesUnreadable, authoritiesIn } from '../network/trusted-authorities.ts'
import { type Accepted, acceptJson, acceptSettings, refuse } from './accept.ts'
import { type ManagedPlace, POLICY_KEY, type Run } from './places.ts'
import { acceptRegistry, hasSubkey } from './registry.ts'

const KB = 1024
/** Many times what a policy needs, and what a bundle of every public authority needs. In bytes. */
const LARGEST_POLICY = 64 * KB
const LARGEST_AUTHORITIES = 4 * KB * KB

const ROOT = 0
const WRITABLE_BY_OTHERS = 0o022
const STICKY = 0o1000
/** As many as Linux follows. */
const MOST_LINKS = 40

const { whole, setting } = messages

export const unreadable = (source: string, error: unknown): ManagedRefused =>
  refuse(source, whole.unreadable({ source, error: error instanceof Error ? error.message : String(error) }))

type Bytes = { readonly bytes: Buffer } | ManagedRefused

/** The policy itself, or what a file that it names makes of it. */
const correcting = (file: string): string => `sudo chown root:root '${file}' && sudo chmod 644 '${file}'`

/** The folders on the way to a file, as it's written and as it is, and on the way to each file that a link leads to. */
async function foldersTo(file: string): Promise<ReadonlySet<string>> {
  const folders = new Set<string>()
  let next: string | undefined = file
  for (let hop = 0; next !== undefined && hop < MOST_LINKS; hop++) {
    const own = path.dirname(next)
    for (const start of [own, await realpath(own)])
      for (let folder = start; !folders.has(folder); folder = path.dirname(folder)) folders.add(folder)
    const target: string | undefined = await readlink(next).catch(() => undefined)
    next = target === undefined ? undefined : path.resolve(own, target)
  }
  return folders
}

/** Who can write to a folder can move away what is in it. In one with the sticky bit, everyone only their own. */
function wrongFolder(folder: string, { uid, mode }: Stats, owner: number): ManagedRefused | undefined {
  const corrected = `sudo chown root:root '${folder}' && sudo chmod 755 '${folder}'`
  if (uid !== owner && uid !== ROOT) return refuse(folder, whole.owner({ source: folder, owner: String(uid) }), corrected)
  if ((mode & WRITABLE_BY_OTHERS) === 0 || (mode & STICKY) !== 0) return undefined
  return refuse(folder, whole.writable({ source: folder, mode: (mode & 0o777).toString(8) }), corrected)
}

/** Where there is no policy, one may have been moved away. @returns nothing where there was none, or only root can have done it */
export async function readMissing(file: string, { owner = ROOT }: ManagedPlace): Promise<ManagedRefused | undefined> {
  const folder = path.dirname(file)
  try {
    return wrongFolder(folder, await stat(folder), owner)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? undefined : unreadable(file, error)
  }
}

/** Reads a file that only root can have written: what may be read is what was asked about, since both are asked of the open file. */
async function ofRoot(file: string, largest: number, { owner = ROOT }: ManagedPlace): Promise<Bytes> {
  for (const folder of await foldersTo(file)) {
    const wrong = wrongFolder(folder, await stat(folder), owner)
    if (wrong) return wrong
  }
  // A pipe would wait for a writer.
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const found = await handle.stat()
    const { uid, mode, size } = found
    if (!found.isFile()) return refuse(file, whole.notFile({ source: file }))
    if (uid !== owner) return refuse(file, whole.owner({ source: file, owner: String(uid) }), correcting(file))
    if ((mode & WRITABLE_BY_OTHERS) !== 0)
      return refuse(file, whole.writable({ source: file, mode: (mode & 0o777).toString(8) }), correcting(file))
    return size > largest ? refuse(file, whole.tooLarge({ source: file, size: largest / KB })) : { bytes: await handle.readFile() }
  } finally {
    await handle.close()
  }
}

/** With the certificates that the settings name: a policy that names what can't be read isn't one that can be followed. */
async function withAuthorities(source: string, accepted: Accepted, place: ManagedPlace): Promise<Managed> {
  if ('problem' in accepted) return accepted
  const { settings } = accepted
  const file = settings.CertificateAuthorities
  if (file === undefined) return { source, settings, authorities: [] }
  const name = 'CertificateAuthorities'
  const refuseFile = (problem: Parameters<typeof setting.file>[0]['problem']) =>
    refuse(source, whole.place({ source, problem: setting.file({ name, problem }) }))
  try {
    const read = place.platform === 'win32' ? await ofAnyone(file) : await ofRoot(file, LARGEST_AUTHORITIES, place)
    if ('problem' in read) return { source, problem: { ...read.problem, meaning: refuseFile(read.problem.meaning).problem.meaning } }
    return { source, settings, authorities: authoritiesIn(read.bytes.toString('utf8'), file) }
  } catch (error) {
    return error instanceof AuthoritiesUnreadable ? refuseFile(error.why) : refuseFile(unreadable(file, error).problem.meaning)
  }
}

/** On Windows the access list of a file says who may write it; that is for the administrator to set. */
async function ofAnyone(file: string): Promise<Bytes> {
  const { readFile } = await import('node:fs/promises')
  return { bytes: await readFile(file) }
}

export async function readPolicyFile(file: string, place: ManagedPlace): Promise<Managed> {
  try {
    const read = await ofRoot(file, LARGEST_POLICY, place)
    return 'problem' in read ? read : await withAuthorities(file, acceptJson(file, read.bytes), place)
  } catch (error) {
    return unreadable(file, error)
  }
}

/** A profile's settings, as the system keeps them: a property list, which a program of macOS writes as JSON. */
export async function readProfile(file: string, place: ManagedPlace): Promise<Managed> {
  try {
    const read = await ofRoot(file, LARGEST_POLICY, place)
    if ('problem' in read) return read
    const { code, printed } = await runnerOf(place)('/usr/bin/plutil', ['-convert', 'json', '-o', '-', '--', file])
    if (code !== 0) return unreadable(file, printed.trim() || `plutil: ${code}`)
    return await withAuthorities(file, acceptProfile(file, printed), place)
  } catch (error) {
    return unreadable(file, error)
  }
}

/** The lines of that JSON are no lines that an administrator has written. */
export function acceptProfile(file: string, json: string): Accepted {
  let given: unknown
  try {
    given = JSON.parse(json)
  } catch (error) {
    return unreadable(file, error)
  }
  return acceptSettings(file, given)
}

const PARENT = POLICY_KEY.slice(0, POLICY_KEY.lastIndexOf('\\'))

/** Asks which keys there are first: `reg` answers alike, and in the system's language, for a key that is missing and one that can't be read. */
export async function readRegistry(place: ManagedPlace): Promise<Managed | undefined> {
  const reg = path.win32.join(place.systemRoot || 'C:\\Windows', 'System32', 'reg.exe')
  const query = (key: string) => runnerOf(place)(reg, ['query', key, '/reg:64'])
  try {
    const parent = await query(PARENT)
    if (parent.code !== 0) return unreadable(PARENT, `reg: ${parent.code}`)
    if (!hasSubkey(parent.printed, POLICY_KEY)) return undefined
    const own = await query(POLICY_KEY)
    if (own.code !== 0) return unreadable(POLICY_KEY, `reg: ${own.code}`)
    return await withAuthorities(POLICY_KEY, acceptRegistry(POLICY_KEY, own.printed), place)
  } catch (error) {
    return unreadable(POLICY_KEY, error)
  }
}

const runnerOf = ({ run = runProgram }: ManagedPlace): Run => run

const LONGEST_RUN_MS = 10_000

/** Without a shell: nothing of the words is read as anything else. */
const runProgram: Run = async (program, words) => {
  const { execFile } = await import('node:child_process')
  return new Promise((resolve, reject) => {
    execFile(program, [...words], { timeout: LONGEST_RUN_MS, maxBuffer: KB * KB, windowsHide: true }, (error, printed) => {
      if (error === null) resolve({ code: 0, printed })
      else if (typeof error.code === 'number') resolve({ code: error.code, printed })
      else reject(error)
    })
  })
}
