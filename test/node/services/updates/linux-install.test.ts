import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { installPackage } from '#node/services/updates/linux-install.ts'
import { testFolder } from '#test/folder.ts'

/*
 * The system's own dpkg and rpm, in a root folder of one test's own: nothing of this computer is changed.
 */

const NAME = 'x-wizard'
/** A package that no system has: what needs it is refused before anything of it is unpacked. */
const MISSING = 'no-such-package'

const did = (program: string, words: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program}: ${stderr}`)
  return stdout
}

const has = (program: string): boolean => !spawnSync(program, ['--version']).error

function deb(folder: string, version: string, needs: string | undefined): string {
  const tree = path.join(folder, `tree-${version}`)
  mkdirSync(path.join(tree, 'DEBIAN'), { recursive: true })
  mkdirSync(path.join(tree, 'opt'))
  writeFileSync(path.join(tree, 'opt', NAME), version)
  const fields = [`Package: ${NAME}`, `Version: ${version}`, 'Architecture: all', 'Maintainer: A <a@contoso.example>', 'Description: A']
  writeFileSync(path.join(tree, 'DEBIAN', 'control'), `${[...fields, ...(needs ? [`Pre-Depends: ${needs}`] : [])].join('\n')}\n`)
  const file = path.join(folder, `${version}.deb`)
  did('dpkg-deb', ['--root-owner-group', '--build', tree, file])
  return file
}

function rpm(folder: string, version: string, needs: string | undefined): string {
  const spec = path.join(folder, 'x.spec')
  const head = [`Name: ${NAME}`, `Version: ${version}`, 'Release: 1', 'Summary: A', 'License: MIT', 'BuildArch: noarch']
  const install = ['%install', 'mkdir -p %{buildroot}/opt', `echo -n ${version} > %{buildroot}/opt/${NAME}`, '%files', `/opt/${NAME}`]
  writeFileSync(spec, [...head, ...(needs ? [`Requires: ${needs}`] : []), '%description', 'A', ...install, ''].join('\n'))
  did('rpmbuild', ['-bb', '--quiet', '--define', `_topdir ${folder}`, '--define', `_rpmdir ${folder}`, spec])
  return path.join(folder, 'noarch', `${NAME}-${version}-1.noarch.rpm`)
}

const KINDS = [
  ['deb', deb, ['dpkg', 'dpkg-deb']],
  ['rpm', rpm, ['rpm', 'rpmbuild']],
] as const

/** Stands in for the system's question for a password. */
function asking(folder: string, script: string): readonly string[] {
  const program = path.join(folder, 'pkexec')
  writeFileSync(program, `#!/bin/sh\necho asked >> '${folder}/asked'\n${script}\n`)
  chmodSync(program, 0o755)
  return [program]
}

describe.each(KINDS)('a .%s', (kind, build, programs) => {
  const canRun = process.platform === 'linux' && process.getuid?.() === 0 && programs.every(has)

  /** A system in which the first version is installed. @param needs of the second one */
  async function updating(script: string, needs?: string) {
    const folder = testFolder()
    const root = path.join(folder, 'root')
    for (const place of ['info', 'updates']) mkdirSync(path.join(root, 'var', 'lib', 'dpkg', place), { recursive: true })
    writeFileSync(path.join(root, 'var', 'lib', 'dpkg', 'status'), '')
    const wantedOf = (file: string) => ({ sha512: createHash('sha512').update(readFileSync(file)).digest('base64') })
    const install = async (file: string, sha512: string, elevation: readonly string[]) => {
      const said: string[] = []
      return { said, refused: await installPackage({ kind, file, sha512, root, elevation, log: (line) => said.push(line) }) }
    }
    const first = build(folder, '1.0.0', undefined)
    expect(await install(first, wantedOf(first).sha512, [])).toMatchObject({ refused: undefined })
    const second = build(folder, '1.1.0', needs)
    copyFileSync(first, path.join(folder, 'other'))
    const ended = await install(
      second,
      wantedOf(second).sha512,
      asking(folder, script.replaceAll('FILE', second).replaceAll('OTHER', path.join(folder, 'other'))),
    )
    const asked = existsSync(path.join(folder, 'asked')) ? readFileSync(path.join(folder, 'asked'), 'utf8').split('\n').length - 1 : 0
    return { ...ended, asked, installed: readFileSync(path.join(root, 'opt', NAME), 'utf8') }
  }

  it.skipIf(!canRun).each([
    ['is installed when the system says so', 'exec "$@"', undefined, undefined, '1.1.0'],
    ['that the system refuses leaves the version before', 'exec "$@"', MISSING, 'package-refused', '1.0.0'],
    ['whose password isn’t entered is canceled', 'exit 126', undefined, 'canceled', '1.0.0'],
    ['that the account may not install is refused', 'exit 127', undefined, 'not-allowed', '1.0.0'],
    ['that was not installed, whatever the command says, is not', 'exit 0', undefined, 'not-installed', '1.0.0'],
    ['that is changed while the question is open is not installed', 'cp OTHER FILE; exec "$@"', undefined, 'hash', '1.0.0'],
  ])('%s, and asks once', async (_what, script, needs, refused, installed) => {
    expect(await updating(script, needs)).toMatchObject({ refused, installed, asked: 1 })
  })

  it.skipIf(!canRun)('says what the system said where it is refused', async () => {
    expect((await updating('exec "$@"', MISSING)).said.join('\n')).toContain(MISSING)
  })

  it('is not allowed where nothing can ask for the password', async () => {
    const folder = testFolder({ x: '' })
    const file = path.join(folder, 'x')
    const options = { kind, file, sha512: '', root: folder, elevation: [path.join(folder, 'none')], log: () => undefined }
    expect(await installPackage(options)).toBe('not-allowed')
  })
})
