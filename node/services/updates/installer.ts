import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { CancellationToken, type UpdateInfo } from 'builder-util-runtime'
import {
  AppImageUpdater,
  type AppUpdater,
  DebUpdater,
  MacUpdater,
  NsisUpdater,
  Provider,
  type ResolvedUpdateFileInfo,
  RpmUpdater,
} from 'electron-updater'
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider'
import type { PackageKind, Release, ReleasePackage, UpdateRefusal } from '#machines/updates/update.ts'
import { openRegular } from '../regular-file.ts'
import { Downloads, refusalOf } from './downloads.ts'
import { elevationOf, installPackage } from './linux-install.ts'
import type { Transport } from './transport.ts'

export interface OwnApp {
  readonly version: string
  readonly name: string
  relaunch(): void
  quit(): void
}

export interface InstallerOptions {
  readonly feed: URL
  readonly transport: Transport
  /** Emptied before each download. */
  readonly folder: string
  readonly app: OwnApp
  readonly log: (line: string) => void
}

export interface Installer {
  /** @param progress percent @returns the error, if any */
  download(release: Release, wanted: ReleasePackage, progress: (percent: number) => void): Promise<UpdateRefusal | undefined>
  cancel(): void
  /** Verifies, installs and restarts. @returns the error, or undefined if the app is about to end */
  install(): Promise<UpdateRefusal | undefined>
}

const UPDATERS = {
  deb: DebUpdater,
  rpm: RpmUpdater,
  AppImage: AppImageUpdater,
  nsis: NsisUpdater,
  zip: MacUpdater,
} as const satisfies Record<PackageKind, unknown>
/** electron-updater's configuration, otherwise in the package. JSON is YAML. */
const CONFIGURATION = 'configuration.json'

/** Passes the signed release, instead of asking a server. */
const providerOf = (feed: URL, release: Release, { file, size, sha512 }: ReleasePackage) =>
  class extends Provider<UpdateInfo> {
    constructor(_options: unknown, _updater: unknown, runtime: ProviderRuntimeOptions) {
      super(runtime)
    }
    override async getLatestVersion(): Promise<UpdateInfo> {
      const files = [{ url: file, sha512, size }]
      return { version: release.version, files, path: file, sha512, releaseDate: '' }
    }
    override resolveFiles({ files }: UpdateInfo): ResolvedUpdateFileInfo[] {
      return files.map((info) => ({ url: new URL(info.url, feed), info }))
    }
  }

async function isAsSigned(file: string, { size, sha512 }: ReleasePackage): Promise<boolean> {
  const hash = createHash('sha512')
  let length = 0
  const count = async function* (parts: AsyncIterable<Buffer>) {
    for await (const part of parts) {
      length += part.length
      yield part
    }
  }
  try {
    const { handle } = await openRegular(file)
    await pipeline(handle.createReadStream(), count, hash)
  } catch {
    return false
  }
  return length === size && hash.digest('base64') === sha512
}

/** electron-updater for this package kind, without its defaults. */
function updaterFor(kind: PackageKind, { folder, app, log }: InstallerOptions): AppUpdater {
  const adapter = {
    version: app.version,
    name: app.name,
    isPackaged: true,
    relaunch: () => app.relaunch(),
    quit: () => app.quit(),
    appUpdateConfigPath: path.join(folder, CONFIGURATION),
    userDataPath: folder,
    baseCachePath: folder,
    whenReady: () => Promise.resolve(),
    onQuit: () => undefined,
  }
  const updater = new UPDATERS[kind](undefined, adapter)
  updater.autoDownload = false
  updater.autoInstallOnAppQuit = false
  updater.allowDowngrade = false
  updater.disableDifferentialDownload = true
  updater.disableWebInstaller = true
  updater.logger = { info: () => undefined, warn: (line) => log(String(line)), error: (line) => log(String(line)) }
  return updater
}

/**
 * Uses electron-updater except for Linux packages: it answers dpkg's refusal with other installers, whose success
 * counts. Loaded when a person requests an update.
 */
export function createInstaller(options: InstallerOptions): Installer {
  const { feed, transport, folder, app, log } = options
  let ready: { readonly updater: AppUpdater; readonly file: string; readonly wanted: ReleasePackage } | undefined
  let cancellation: CancellationToken | undefined

  async function download(release: Release, wanted: ReleasePackage, progress: (percent: number) => void): Promise<void> {
    ready = undefined
    // Earlier downloads aren't trusted.
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(path.join(folder, CONFIGURATION), JSON.stringify({ updaterCacheDirName: 'package' }))
    const updater = updaterFor(wanted.kind, options)
    const agent = await transport(new URL(wanted.file, feed))
    // A custom adapter has no executor: electron-updater's tests set one the same way.
    Object.assign(updater, { httpExecutor: new Downloads(agent, wanted) })
    updater.setFeedURL({ provider: 'custom', updateProvider: providerOf(feed, release, wanted) })
    updater.on('download-progress', ({ percent }) => progress(Math.floor(percent)))
    await updater.checkForUpdates()
    cancellation = new CancellationToken()
    const [file] = await updater.downloadUpdate(cancellation)
    if (file !== undefined) ready = { updater, file, wanted }
  }

  return {
    async download(release, wanted, progress) {
      try {
        await download(release, wanted, progress)
        return ready === undefined ? 'incomplete' : undefined
      } catch (error) {
        log(error instanceof Error ? error.message : String(error))
        return refusalOf(error)
      } finally {
        cancellation = undefined
      }
    },
    cancel: () => cancellation?.cancel(),
    async install() {
      if (ready === undefined) return 'incomplete'
      const { updater, file, wanted } = ready
      // The account's other programs can write to the folder.
      if (!(await isAsSigned(file, wanted))) {
        ready = undefined
        return 'hash'
      }
      const { kind, sha512 } = wanted
      if (kind === 'deb' || kind === 'rpm') {
        const refused = await installPackage({ kind, file, sha512, elevation: elevationOf(process.getuid?.()), log })
        if (refused !== undefined) return refused
        app.relaunch()
        app.quit()
        return undefined
      }
      let failed = false
      const fail = () => {
        failed = true
      }
      updater.once('error', fail)
      updater.quitAndInstall(true, true)
      updater.removeListener('error', fail)
      return failed ? 'not-installed' : undefined
    },
  }
}
