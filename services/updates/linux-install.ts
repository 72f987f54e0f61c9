import { execFile } from 'node:child_process'
import path from 'node:path'
import type { UpdateRefusal } from '../../machines/updates/update.ts'

export interface LinuxPackage {
  readonly kind: 'deb' | 'rpm'
  /** In a folder that the person's other programs can write to. */
  readonly file: string
  /** As it was signed, in base64. */
  readonly sha512: string
  /** What runs a command as root; empty where this process is root's. */
  readonly elevation: readonly string[]
  /** The folder of another system than this one. */
  readonly root?: string
  readonly log: (line: string) => void
}

/** Asks for the password in a dialog of the desktop; without one, it's refused. */
export const elevationOf = (uid: number | undefined): readonly string[] => (uid === 0 ? [] : ['pkexec', '--disable-internal-agent'])

const NOT_AS_SIGNED = 80
const NOT_COPIED = 81

/**
 * As root, and asked for once: copies the package to where no one else can write, verifies the copy, and installs that one. What lies in the
 * person's folder could be changed while the question for the password is open.
 * Decision 0211: electron-updater's own way installs from that folder.
 */
const SCRIPT = `umask 077
copy=$(mktemp -d) || exit ${NOT_COPIED}
trap 'rm -rf "$copy"' EXIT
package="$copy/$2"
cp -- "$1" "$package" || exit ${NOT_COPIED}
printf '%s  %s\\n' "$3" "$package" | sha512sum --check --status || exit ${NOT_AS_SIGNED}
shift 3
"$@" "$package"`

/** Its own exit codes: https://www.freedesktop.org/software/polkit/docs/latest/pkexec.1.html */
const ASKING = new Map<number | string, UpdateRefusal>([
  [126, 'canceled'],
  [127, 'not-allowed'],
  ['ENOENT', 'not-allowed'],
])

/** As dpkg writes it. */
const field = (name: string): string => `\${${name}}`

/** No dependency is fetched: what an update needs beyond the version before is for the person to install. */
const SYSTEMS = {
  deb: (root: string | undefined) => ({
    install: ['dpkg', ...(root ? [`--root=${root}`] : []), '--install'],
    ofFile: ['dpkg-deb', '--show', `--showformat=${field('Package')} ${field('Version')}`],
    installed: (name: string) => [
      'dpkg-query',
      ...(root ? [`--admindir=${path.join(root, 'var/lib/dpkg')}`] : []),
      ...['--show', `--showformat=${field('Package')} ${field('Version')} ${field('db:Status-Status')}`, name],
    ],
    isInstalled: (is: string, wanted: string) => is === `${wanted} installed`,
  }),
  rpm: (root: string | undefined) => ({
    install: ['rpm', ...(root ? ['--root', root] : []), '--upgrade'],
    ofFile: ['rpm', '--query', '--package', '--queryformat', '%{NAME} %{VERSION}-%{RELEASE}'],
    installed: (name: string) => [
      'rpm',
      ...(root ? ['--root', root] : []),
      '--query',
      '--queryformat',
      '%{NAME} %{VERSION}-%{RELEASE}',
      name,
    ],
    isInstalled: (is: string, wanted: string) => is === wanted,
  }),
} as const

/** Installs a package of an update. The system's own list decides whether it's installed, and not how the command ended. */
export async function installPackage({ kind, file, sha512, elevation, root, log }: LinuxPackage): Promise<UpdateRefusal | undefined> {
  const system = SYSTEMS[kind](root)
  const digest = Buffer.from(sha512, 'base64').toString('hex')
  const asRoot = ['/bin/sh', '-c', SCRIPT, 'install', file, `package.${kind}`, digest, ...system.install]
  const wanted = await run([...system.ofFile, file])
  const ended = await run([...elevation, ...asRoot])
  if (ended.code !== 0) log(`${ended.said.trim()} (${ended.code})`)
  const [name = ''] = wanted.out.split(' ')
  if (wanted.code === 0 && ended.code !== NOT_AS_SIGNED) {
    const { out } = await run(system.installed(name))
    if (system.isInstalled(out, wanted.out)) return undefined
  }
  if (ended.code === NOT_AS_SIGNED) return 'hash'
  if (ended.code === 0 || ended.code === NOT_COPIED) return 'not-installed'
  return (elevation.length > 0 ? ASKING.get(ended.code) : undefined) ?? 'package-refused'
}

interface Ended {
  /** Or why it wasn't begun. */
  readonly code: number | string
  readonly out: string
  readonly said: string
}

const run = ([program = '', ...words]: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    // Lists are compared: they are asked for in one language.
    execFile(program, words, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' }, maxBuffer: 16 * 1024 * 1024 }, (error, out, said) =>
      resolve({ code: error ? (error.code ?? 'ended') : 0, out, said }),
    )
  })
