import { access } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod/mini'
import { defined } from '#machines/defined.ts'
import { type Managed, updatesOf } from '#machines/managed/settings.ts'
import type { BusyReason, UpdateView } from '#machines/updates/update.ts'
import { isVersion } from '#machines/updates/version.ts'
import type { Formatter } from '#messages/formatter.ts'
import { version } from '../../../package.json'
import { isMissing } from '../../records/engagement/durable-file.ts'
import { thisRun } from '../../records/engagement/this-run.ts'
import { profileFile } from '../../records/profile-file.ts'
import { lazily } from '../../services/azure/lazily.ts'
import { extraAuthorities } from '../../services/identity/extra-authorities.ts'
import { authoritiesOf, proxyOf } from '../../services/managed/way-out.ts'
import { createProxyFor } from '../../services/network/proxy.ts'
import { withExtraCertificateAuthorities } from '../../services/network/trusted-authorities.ts'
import { readRegularText } from '../../services/regular-file.ts'
import { fetchMetadata } from '../../services/updates/feed.ts'
import { packageKind } from '../../services/updates/package-kind.ts'
import { parsePublisher, updateSource } from '../../services/updates/source.ts'
import { updateTransport } from '../../services/updates/transport.ts'
import type { KeysHost } from '../customer-managed-keys.ts'
import { otherWindowAtWork } from './other-windows.ts'
import { createUpdates, type Seen, type Updates } from './updates.ts'

export interface UpdateSurroundings {
  /** The package's update configuration; absent: none. */
  readonly publisher: string | undefined
  readonly managed: Managed | undefined
  readonly isPackaged: boolean
  readonly resources: string
  readonly executable: string
  readonly userData: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly resolveProxy: (address: string) => Promise<string>
  readonly authorities: readonly string[]
  readonly text: Formatter['text']
  readonly openExternal: (address: string) => Promise<void>
  readonly running: () => Pick<KeysHost, 'isWriting' | 'scheduled' | 'underway'> | undefined
  readonly show: (view: UpdateView) => void
  readonly app: { readonly name: string; relaunch(): void; quit(): void }
  readonly log: (line: string) => void
}

/** Doesn't compete with the start. */
const FIRST_CHECK_AFTER_MS = 30_000
const AN_HOUR_MS = 60 * 60 * 1000

const versionText = z.string().check(z.refine(isVersion))
const seen = z.object({ stable: z.exactOptional(versionText), beta: z.exactOptional(versionText) })

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )

/** In bytes, of the file with the package's type. */
const LARGEST_NAME = 1024

const textOf = (file: string): Promise<string | undefined> =>
  readRegularText(file, LARGEST_NAME).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })

/** Confirmed, unfinished work in a real tenant. */
function busyWith(host: ReturnType<UpdateSurroundings['running']>): BusyReason | undefined {
  if (host?.isWriting()) return 'writing'
  if (host?.scheduled() !== undefined) return 'scheduled'
  return host?.underway() ? 'waiting' : undefined
}

async function sourceOf({ publisher, managed, ...around }: UpdateSurroundings) {
  const kind = packageKind({
    platform: process.platform,
    appImage: around.environment['APPIMAGE'],
    packageType: await textOf(path.join(around.resources, 'package-type')),
    hasUninstaller: await isThere(path.join(path.dirname(around.executable), `Uninstall ${path.basename(around.executable)}`)),
  })
  return updateSource(publisher === undefined ? undefined : parsePublisher(publisher), updatesOf(managed), kind, !around.isPackaged)
}

/** Loaded only if updates are configured. */
export async function startUpdates(around: UpdateSurroundings): Promise<Updates> {
  const source = await sourceOf(around)
  const { environment } = around
  const proxyFor = createProxyFor({ environment, system: around.resolveProxy, ...defined({ managed: proxyOf(around.managed) }) })
  const transport = lazily(async () => {
    const more = await extraAuthorities(environment['NODE_EXTRA_CA_CERTS'], around.log, around)
    const ca = withExtraCertificateAuthorities([...around.authorities, ...authoritiesOf(around.managed), ...more])
    return updateTransport({ proxyFor, ...defined({ ca }) })
  })
  const updates = createUpdates({
    source,
    fetch: async ({ feed, channel }) => fetchMetadata(feed, channel, await transport()),
    installer: async ({ feed }) => {
      const { createInstaller } = await import('../../services/updates/installer.ts')
      const app = { version, name: around.app.name, relaunch: () => around.app.relaunch(), quit: () => around.app.quit() }
      return createInstaller({ feed, transport: await transport(), app, log: around.log, folder: path.join(around.userData, 'updates') })
    },
    otherWindow: () => otherWindowAtWork(around.userData, thisRun()),
    busy: () => busyWith(around.running()),
    seen: profileFile<Seen>(path.join(around.userData, 'updates-seen.json'), (content) => seen.parse(content), {}),
    installed: version,
    arch: process.arch,
    now: Date.now,
    openNotes: around.openExternal,
    show: around.show,
  })
  const check = (): void => void updates.checkWhenDue()
  if (!('off' in source)) {
    setTimeout(check, FIRST_CHECK_AFTER_MS).unref()
    setInterval(check, AN_HOUR_MS).unref()
  }
  return updates
}
