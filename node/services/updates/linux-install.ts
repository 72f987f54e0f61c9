import { execFile } from 'node:child_process'
import path from 'node:path'
import type { UpdateRefusal } from '#machines/updates/update.ts'

export interface LinuxPackage {
  readonly kind: 'deb' | 'rpm'
  /** Writable by the person's other programs. */
  readonly file: string
  /** Signed hash in base64. */
  readonly sha512: string
  /** Command prefix for root; empty if already root. */
  readonly elevation: readonly string[]
  /** For tests: another system root. */
  readonly root?: string
  readonly log: (line: string) => void
}

/** Asks for the password in a desktop dialog; refused without one. */
export const elevationOf = (uid: number | undefined): readonly string[] => (uid === 0 ? [] : ['pkexec', '--disable-internal-agent'])

const NOT_AS_SIGNED = 80
const NOT_COPIED = 81

/**
 * Runs as root with one prompt: copies the package to a protected folder, verifies the copy, and installs it. The
 * original could be changed during the prompt.
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

/** Exit codes: https://www.freedesktop.org/software/polkit/docs/latest/pkexec.1.html */
const ASKING = new Map<number | string, UpdateRefusal>([
  [126, 'canceled'],
  [127, 'not-allowed'],
  ['ENOENT', 'not-allowed'],
])

/** dpkg's syntax. */
const field = (name: string): string => `\${${name}}`

/** Fetches no dependencies: the person installs new ones. */
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

/** Installs a package. The system's package list decides the outcome, not the exit code. */
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
  /** Or why it didn't start. */
  readonly code: number | string
  readonly out: string
  readonly said: string
}

const run = ([program = '', ...words]: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    // Fixed language, because lists are compared.
    execFile(program, words, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' }, maxBuffer: 16 * 1024 * 1024 }, (error, out, said) =>
      resolve({ code: error ? (error.code ?? 'ended') : 0, out, said }),
    )
  })
