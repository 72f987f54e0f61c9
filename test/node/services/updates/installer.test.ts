import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { Release, ReleasePackage } from '#machines/updates/update.ts'
import { createInstaller } from '#node/services/updates/installer.ts'
import { testFolder } from '#test/folder.ts'
import { packageBytes, packageOf, releaseServer } from './release-server.ts'

const release = (wanted: ReleasePackage): Release => ({
  channel: 'stable',
  version: '1.1.0',
  expires: Number.POSITIVE_INFINITY,
  packages: [wanted],
})

async function installing(kind: 'deb' | 'rpm' | 'AppImage' = 'deb') {
  const server = await releaseServer()
  const base = testFolder()
  // As the app's own folder has them.
  const folder = path.join(base, 'CMK Enablement Wizard', 'updates')
  const said: string[] = []
  if (kind === 'AppImage') vi.stubEnv('APPIMAGE', path.join(base, 'wizard.AppImage'))
  const app = { version: '1.0.0', name: 'Wizard', relaunch: () => said.push('relaunch'), quit: () => said.push('quit') }
  const installer = createInstaller({ feed: server.feed, transport: async () => undefined, folder, app, log: (line) => said.push(line) })
  const wanted = packageOf(kind)
  const progress: number[] = []
  return {
    server,
    folder,
    installer,
    wanted,
    said,
    progress,
    download: () => installer.download(release(wanted), wanted, (percent) => progress.push(percent)),
    file: path.join(folder, 'package', 'pending', wanted.file),
    /** Packages, whole or not. */
    left: () =>
      (existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : []).filter((name) =>
        /\d\.(?:deb|rpm|AppImage)/.test(name),
      ),
  }
}

/** Programs of the system before its own. @param scripts by their names */
function withPrograms(scripts: Readonly<Record<string, string>>): void {
  const programs = testFolder(scripts)
  for (const name of Object.keys(scripts)) chmodSync(path.join(programs, name), 0o755)
  vi.stubEnv('PATH', `${programs}${path.delimiter}${process.env['PATH']}`)
}

/** Open files of this process. */
const openFiles = (): readonly string[] =>
  readdirSync('/proc/self/fd').flatMap((descriptor) => {
    try {
      return [readlinkSync(`/proc/self/fd/${descriptor}`)]
    } catch {
      // The one that listed them.
      return []
    }
  })

describe('a package', () => {
  it.each(['deb', 'rpm', 'AppImage'] as const)('is downloaded as it was signed (%s)', async (kind) => {
    const { server, wanted, download, file } = await installing(kind)
    server.answer(wanted.file, packageBytes)
    expect(await download()).toBeUndefined()
    expect(readFileSync(file).equals(packageBytes)).toBe(true)
    // Nothing else is asked for: neither metadata of electron-updater, nor parts of the file.
    expect(server.asked).toEqual([wanted.file])
  })

  it.each<[what: string, refused: string, answer: (bytes: Buffer) => Buffer]>([
    ['with one byte changed', 'hash', (bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])])],
    ['that is shorter', 'hash', (bytes) => bytes.subarray(0, -1)],
    ['that is longer', 'hash', (bytes) => Buffer.concat([bytes, Buffer.from('x')])],
    ['that is empty', 'hash', () => Buffer.alloc(0)],
  ])('%s is refused, and nothing of it stays', async (_what, refused, answer) => {
    const { server, wanted, download, left, installer } = await installing()
    server.answer(wanted.file, answer(packageBytes))
    expect(await download()).toBe(refused)
    expect(left()).toEqual([])
    expect(await installer.install()).toBe('incomplete')
  })

  it('without an end is cut off when it is longer than it may be', async () => {
    const { server, wanted, download } = await installing()
    server.answer(wanted.file, (response) => {
      const more = () => {
        while (!response.destroyed && response.write(packageBytes));
      }
      response.on('drain', more)
      more()
    })
    expect(await download()).toBe('hash')
  })

  it('that ends in the middle is refused as interrupted, and the next download begins anew', async () => {
    const { server, wanted, download, left, file } = await installing()
    server.answer(wanted.file, (response) => {
      response.writeHead(200, { 'content-length': packageBytes.length })
      response.write(packageBytes.subarray(0, 1024 * 1024), () => response.destroy())
    })
    expect(await download()).toBe('incomplete')
    expect(left()).toEqual([])
    server.answer(wanted.file, packageBytes)
    expect(await download()).toBeUndefined()
    expect(readFileSync(file).equals(packageBytes)).toBe(true)
  })

  // Open files can't be removed on Windows.
  it.skipIf(process.platform !== 'linux').each<[what: string, answer: (response: ServerResponse, cancel: () => void) => void]>([
    ['is longer', (response) => response.end(Buffer.concat([packageBytes, packageBytes]))],
    ['is another one', (response) => response.end(Buffer.alloc(packageBytes.length))],
    [
      'ends in the middle',
      (response) => {
        response.writeHead(200, { 'content-length': packageBytes.length })
        response.write(packageBytes.subarray(0, 1024 * 1024), () => response.destroy())
      },
    ],
    ['is canceled', (response, cancel) => response.write(packageBytes.subarray(0, 1024 * 1024), cancel)],
  ])('that %s is refused, and its file is closed', async (_what, answer) => {
    const { server, wanted, download, installer, folder } = await installing()
    server.answer(wanted.file, (response) => answer(response, () => installer.cancel()))
    expect(await download()).toBeDefined()
    expect(openFiles().filter((file) => file.startsWith(folder))).toEqual([])
  })

  it.each([404, 302, 500])('that the server answers with %i is out of reach', async (status) => {
    const { server, wanted, download } = await installing()
    server.answer(wanted.file, (response) => response.writeHead(status, { location: `${server.feed.href}elsewhere` }).end())
    expect(await download()).toBe('unreachable')
    expect(server.asked).toEqual([wanted.file])
  })

  it('is out of reach where there is no server', async () => {
    const { server, download } = await installing()
    server.stop()
    expect(await download()).toBe('unreachable')
  })

  it('stops coming when it is canceled', async () => {
    const { server, wanted, download, installer, left } = await installing()
    server.answer(wanted.file, (response) => {
      response.writeHead(200, { 'content-length': packageBytes.length })
      response.write(packageBytes.subarray(0, 1024 * 1024), () => installer.cancel())
    })
    expect(await download()).toBe('incomplete')
    expect(left()).toEqual([])
  })

  it('that is there from before is downloaded again: what was left is not trusted', async () => {
    const { server, wanted, download, file } = await installing()
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, packageBytes)
    writeFileSync(path.join(path.dirname(file), 'update-info.json'), JSON.stringify({ fileName: wanted.file, sha512: wanted.sha512 }))
    server.answer(wanted.file, packageBytes)
    expect(await download()).toBeUndefined()
    expect(server.asked).toEqual([wanted.file])
  })

  it.each<[what: string, change: (file: string) => void]>([
    ['changed', (file) => writeFileSync(file, 'another')],
    ['removed', (file) => rmSync(file)],
  ])('that was %s after its download is not installed', async (_what, change) => {
    const { server, wanted, download, installer, file, said } = await installing()
    server.answer(wanted.file, packageBytes)
    await download()
    change(file)
    expect(await installer.install()).toBe('hash')
    expect(said).not.toContain('quit')
  })

  it.skipIf(process.platform !== 'linux')('that dpkg refuses is not installed, and nothing else is', async () => {
    const { server, wanted, download, installer, said } = await installing()
    server.answer(wanted.file, packageBytes)
    await download()
    const asked = path.join(testFolder(), 'asked')
    const script = (code: number) => `#!/bin/sh\necho "$0" >> '${asked}'\nexit ${code}\n`
    withPrograms({ dpkg: script(1), 'dpkg-query': script(1), 'apt-get': script(0), pkexec: '#!/bin/sh\nexec "$@"\n' })
    expect(await installer.install()).toBe('package-refused')
    expect(readFileSync(asked, 'utf8')).not.toContain('apt-get')
    expect(said).not.toContain('relaunch')
    expect(said).not.toContain('quit')
  })
})
