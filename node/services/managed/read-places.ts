import { constants, type Stats } from 'node:fs'
import { open, readlink, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { managedMessages as messages } from '#machines/managed/messages.ts'
import type { Managed, ManagedRefused } from '#machines/managed/settings.ts'
import { readJson } from '#machines/parsed-json.ts'
import { AuthoritiesUnreadable, authoritiesIn } from '../network/trusted-authorities.ts'
import { readRegular, whyNotRead } from '../regular-file.ts'
import { type Accepted, acceptJson, acceptSettings, isSetting, refuse, unknownSetting } from './accept.ts'
import { type ManagedPlace, POLICY_KEY, type Run } from './places.ts'
import { LISTS } from './schema.ts'

const KB = 1024
/** In bytes: far above a policy, or a bundle of all public authorities. */
const LARGEST_POLICY = 64 * KB
const LARGEST_AUTHORITIES = 4 * KB * KB

const ROOT = 0
const WRITABLE_BY_OTHERS = 0o022
const STICKY = 0o1000
/** Linux's limit. */
const MOST_LINKS = 40

const { whole, setting } = messages

export const unreadable = (source: string, error: unknown): ManagedRefused =>
  refuse(source, whole.unreadable({ source, error: whyNotRead(error) }))

type Bytes = { readonly bytes: Buffer } | ManagedRefused

/** Command that fixes ownership and permissions. */
const correcting = (file: string): string => `sudo chown root:root '${file}' && sudo chmod 644 '${file}'`

/** Folders on the path to a file, literal and resolved, and to each link's target. */
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

/** Write access to a folder allows moving its contents; the sticky bit limits that to one's own. */
function wrongFolder(folder: string, { uid, mode }: Stats, owner: number): ManagedRefused | undefined {
  const corrected = `sudo chown root:root '${folder}' && sudo chmod 755 '${folder}'`
  if (uid !== owner && uid !== ROOT) return refuse(folder, whole.owner({ source: folder, owner: String(uid) }), corrected)
  if ((mode & WRITABLE_BY_OTHERS) === 0 || (mode & STICKY) !== 0) return undefined
  return refuse(folder, whole.writable({ source: folder, mode: (mode & 0o777).toString(8) }), corrected)
}

/** A missing policy may have been moved away. @returns undefined if that is impossible or only root could */
export async function readMissing(file: string, { owner = ROOT }: ManagedPlace): Promise<ManagedRefused | undefined> {
  const folder = path.dirname(file)
  try {
    return wrongFolder(folder, await stat(folder), owner)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? undefined : unreadable(file, error)
  }
}

/** Reads a file that only root can write. Checks and reads the same open file. */
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

/** A policy that names unreadable certificates can't be followed. */
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

/** On Windows the file's access list is the administrator's responsibility. */
async function ofAnyone(file: string): Promise<Bytes> {
  return { bytes: await readRegular(file, LARGEST_AUTHORITIES) }
}

export async function readPolicyFile(file: string, place: ManagedPlace): Promise<Managed> {
  try {
    const read = await ofRoot(file, LARGEST_POLICY, place)
    return 'problem' in read ? read : await withAuthorities(file, acceptJson(file, read.bytes), place)
  } catch (error) {
    return unreadable(file, error)
  }
}

/** A profile's property list, converted to JSON by a macOS program. */
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

/** The converted JSON's lines aren't the administrator's. */
export function acceptProfile(file: string, json: string): Accepted {
  const read = readJson(json)
  return read.ok ? acceptSettings(file, read.value) : refuse(file, whole.unreadable({ source: file, error: read.why }))
}

const PARENT = POLICY_KEY.slice(0, POLICY_KEY.lastIndexOf('\\'))

/** A value's name, type and data, separated by four spaces. Names and data may contain spaces. */
const VALUE = /^ {4}(.+?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/

const TEXT = 'REG_SZ'
const TEXTS = 'REG_MULTI_SZ'

/** String separator in the output of `reg query`. */
const NEXT = '\\0'

/** @param text output of `reg query` @returns whether the key has a subkey, case-insensitive */
export const hasSubkey = (text: string, key: string): boolean =>
  text.split(/\r?\n/).some((line) => line.trim().toLowerCase() === key.toLowerCase())

/** Parses the output of `reg query`. @param key full path as printed */
export function acceptRegistry(key: string, text: string): Accepted {
  const given: [name: string, value: string | readonly string[]][] = []
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || line.trim().toLowerCase() === key.toLowerCase()) continue
    const [, name, kind = '', data = ''] = VALUE.exec(line) ?? []
    // A subkey or multiline text, neither a setting.
    if (name === undefined) return refuse(key, messages.whole.place({ source: key, problem: unknownSetting(line.trim()) }))
    const expected = LISTS.some((each) => each === name) ? TEXTS : TEXT
    if (isSetting(name) && kind !== expected)
      return refuse(key, messages.whole.place({ source: key, problem: messages.setting.kind({ name, kind, expected }) }))
    given.push([name, expected === TEXTS ? data.split(NEXT).filter((each) => each !== '') : data])
  }
  return acceptSettings(key, Object.fromEntries(given))
}

/** Lists keys first: `reg` answers the same, localized, for missing and unreadable keys. */
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

/** Without a shell. */
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
