import { describe, expect, it, vi } from 'vitest'
import { BUSY_REASONS, type BusyReason, type UpdateRefusal, type UpdateView } from '#machines/updates/update.ts'
import { createUpdates, type Seen, type UpdatesOptions } from '#node/host/updates/updates.ts'
import { fetchMetadata } from '#node/services/updates/feed.ts'
import type { Installer } from '#node/services/updates/installer.ts'
import { updateSource } from '#node/services/updates/source.ts'
import { packageOf, releaseServer } from '../../services/updates/release-server.ts'
import { foreignKey, ownPublicKey, payload } from '../../services/updates/signing.ts'

const NOW = Date.UTC(2027, 0, 15)
const HOUR = 60 * 60 * 1000

/** Everything but what downloads and installs is real. */
async function updating(change: { readonly seen?: Seen; readonly installed?: string; readonly managed?: 'off' } = {}) {
  const server = await releaseServer()
  const around: {
    busy?: BusyReason
    now: number
    seen: Seen
    refuse: UpdateRefusal | undefined
    refuseInstall: UpdateRefusal | undefined
    isOtherWindowOpen: boolean
  } = { now: NOW, seen: change.seen ?? {}, refuse: undefined, refuseInstall: undefined, isOtherWindowOpen: false }
  const shown: UpdateView[] = []
  const done: string[] = []
  let cancel: (() => void) | undefined
  const installer: Installer = {
    async download(release, wanted, progress) {
      done.push(`download ${release.version} ${wanted.file}`)
      progress(50)
      if (cancel === undefined) return around.refuse
      await new Promise<void>((resolve) => {
        cancel = resolve
      })
      return 'incomplete'
    },
    cancel: () => {
      done.push('cancel')
      cancel?.()
    },
    async install() {
      done.push('install')
      return around.refuseInstall
    },
  }
  const loadInstaller = vi.fn(async () => installer)
  const options: UpdatesOptions = {
    source: updateSource({ version: 1, keys: [ownPublicKey], feed: server.feed.href, channel: 'stable' }, change.managed, 'deb', true),
    fetch: ({ feed, channel }) => fetchMetadata(feed, channel, async () => undefined),
    installer: loadInstaller,
    otherWindow: async () => around.isOtherWindowOpen,
    busy: () => around.busy,
    seen: {
      read: async () => around.seen,
      async write(seen) {
        around.seen = seen
      },
    },
    installed: change.installed ?? '1.0.0',
    arch: 'x64',
    now: () => around.now,
    openNotes: async (address) => void done.push(`open ${address}`),
    show: (view) => void shown.push(view),
  }
  const updates = createUpdates(options)
  return {
    server,
    around,
    shown,
    done,
    updates,
    loadInstaller,
    last: () => shown.at(-1),
    /** The next download stays under way until it is canceled. */
    hold: () => {
      cancel = () => undefined
    },
  }
}

describe('updates', () => {
  it('are checked, downloaded and installed, each when it is asked for', async () => {
    const { server, updates, last, done, loadInstaller, around } = await updating()
    server.offer()
    await updates.act('check')
    expect(last()).toEqual({ is: 'available', version: '1.1.0', size: packageOf('deb').size, hasNotes: true, checkedAt: NOW })
    expect(around.seen).toEqual({ stable: '1.1.0' })
    expect(loadInstaller).not.toHaveBeenCalled()
    await updates.act('download')
    expect(last()).toMatchObject({ is: 'ready', version: '1.1.0' })
    expect(done).toEqual(['download 1.1.0 wizard-1.1.0-x64.deb'])
    await updates.act('install')
    expect(last()).toMatchObject({ is: 'installing' })
    expect(done).toContain('install')
  })

  it('are checked by themselves once a day, and nothing more comes of it', async () => {
    const { server, updates, around, done, last } = await updating()
    server.offer()
    await updates.checkWhenDue()
    around.now += 23 * HOUR
    await updates.checkWhenDue()
    expect(server.asked).toHaveLength(1)
    around.now += HOUR
    await updates.checkWhenDue()
    expect(server.asked).toHaveLength(2)
    expect(done).toEqual([])
    expect(last()).toMatchObject({ is: 'available' })
  })

  it.each(BUSY_REASONS)('are not checked while the app is busy, neither by themselves nor when asked: %s', async (busy) => {
    const { server, updates, around, last } = await updating()
    server.offer()
    around.busy = busy
    await updates.checkWhenDue()
    await updates.act('check')
    expect(server.asked).toEqual([])
    expect(last()).toEqual({ is: 'idle', busy })
  })

  it.each(BUSY_REASONS)('are neither downloaded nor installed while the app is busy: %s', async (busy) => {
    const { server, updates, around, done, last } = await updating()
    server.offer()
    await updates.act('check')
    around.busy = busy
    await updates.act('download')
    expect(last()).toMatchObject({ is: 'available', busy })
    delete around.busy
    await updates.act('download')
    around.busy = busy
    await updates.act('install')
    expect(last()).toMatchObject({ is: 'ready', version: '1.1.0', busy })
    expect(done).toEqual(['download 1.1.0 wizard-1.1.0-x64.deb'])
  })

  it('stop their download when something begins that must not be disturbed, and offer it again afterwards', async () => {
    const { server, updates, around, done, last, hold } = await updating()
    server.offer()
    await updates.act('check')
    hold()
    const downloading = updates.act('download')
    await expect.poll(() => last()).toMatchObject({ is: 'downloading', percent: 50 })
    around.busy = 'writing'
    updates.noticed()
    await downloading
    expect(done).toContain('cancel')
    expect(last()).toEqual({
      is: 'available',
      version: '1.1.0',
      size: packageOf('deb').size,
      hasNotes: true,
      checkedAt: NOW,
      busy: 'writing',
    })
    delete around.busy
    updates.noticed()
    expect(last()).not.toHaveProperty('busy')
  })

  it.each<[refused: UpdateRefusal, offered: (server: Awaited<ReturnType<typeof releaseServer>>) => void]>([
    ['signature', (server) => server.offer({}, foreignKey)],
    ['malformed', (server) => server.answer('stable.json', 'version: 1.1.0')],
    ['unreachable', (server) => server.answer('stable.json', (response) => response.writeHead(503).end())],
    ['unreachable', (server) => server.answer('stable.json', (response) => response.writeHead(302, { location: '/other.json' }).end())],
    ['unreachable', (server) => server.answer('stable.json', 'x'.repeat(200_000))],
    ['unreachable', (server) => server.stop()],
    ['expired', (server) => server.offer({ expires: new Date(NOW) })],
    ['channel', (server) => server.offer({ channel: 'beta' })],
    ['rolled-back', (server) => server.offer({ version: '0.9.0' })],
    ['no-package', (server) => server.offer({ packages: [packageOf('rpm')] })],
  ])('are refused by name before anything is downloaded: %s', async (refused, offered) => {
    const { server, updates, last, done, around } = await updating()
    offered(server)
    await updates.act('check')
    expect(last()).toEqual({ is: 'idle', refused, checkedAt: NOW })
    await updates.act('download')
    await updates.act('install')
    expect(done).toEqual([])
    expect(around.seen).toEqual({})
  })

  it('are refused when an older one is offered than was seen in an earlier run', async () => {
    const { server, updates, last } = await updating({ seen: { stable: '1.2.0' } })
    server.offer()
    await updates.act('check')
    expect(last()).toMatchObject({ is: 'idle', refused: 'rolled-back' })
  })

  it('of one channel say nothing about another', async () => {
    const { server, updates, last } = await updating({ seen: { beta: '2.0.0-beta.1' } })
    server.offer()
    await updates.act('check')
    expect(last()).toMatchObject({ is: 'available' })
  })

  it('end between the offer and the download', async () => {
    const { server, updates, last, around, done } = await updating()
    server.offer({ expires: new Date(NOW + HOUR) })
    await updates.act('check')
    around.now += HOUR
    await updates.act('download')
    expect(last()).toMatchObject({ is: 'idle', refused: 'expired' })
    expect(done).toEqual([])
  })

  it.each<[refused: UpdateRefusal, is: UpdateView['is']]>([
    ['hash', 'available'],
    ['incomplete', 'available'],
  ])('whose package is refused can be downloaded again: %s', async (refused, is) => {
    const { server, updates, last, around } = await updating()
    server.offer()
    await updates.act('check')
    around.refuse = refused
    await updates.act('download')
    expect(last()).toMatchObject({ is, refused })
    around.refuse = undefined
    await updates.act('download')
    expect(last()).toMatchObject({ is: 'ready' })
    expect(last()).not.toHaveProperty('refused')
  })

  it.each<[refused: UpdateRefusal, is: UpdateView['is']]>([
    ['not-installed', 'ready'],
    ['canceled', 'ready'],
    ['package-refused', 'ready'],
    ['hash', 'available'],
  ])('that were not installed say why: %s', async (refused, is) => {
    const { server, updates, last, around } = await updating()
    server.offer()
    await updates.act('check')
    await updates.act('download')
    around.refuseInstall = refused
    await updates.act('install')
    expect(last()).toMatchObject({ is, refused })
  })

  it('are not put under another window that has an environment open', async () => {
    const { server, updates, last, around, done } = await updating()
    server.offer()
    await updates.act('check')
    await updates.act('download')
    around.isOtherWindowOpen = true
    await updates.act('install')
    expect(last()).toMatchObject({ is: 'ready', refused: 'other-window' })
    expect(done).not.toContain('install')
    around.isOtherWindowOpen = false
    await updates.act('install')
    expect(done).toContain('install')
  })

  it('that are what is installed are none', async () => {
    const { server, updates, last } = await updating({ installed: '1.1.0' })
    server.offer()
    await updates.act('check')
    expect(last()).toEqual({ is: 'idle', checkedAt: NOW })
  })

  it('that an organization turned off do nothing', async () => {
    const { server, updates, last } = await updating({ managed: 'off' })
    server.offer()
    for (const act of ['check', 'download', 'install', 'notes'] as const) await updates.act(act)
    await updates.checkWhenDue()
    expect(last()).toEqual({ is: 'off', off: 'organization' })
    expect(server.asked).toEqual([])
  })

  it('open the release notes that were signed, and no other address', async () => {
    const { server, updates, done } = await updating()
    await updates.act('notes')
    server.offer()
    await updates.act('check')
    await updates.act('notes')
    expect(done).toEqual([`open ${JSON.parse(payload()).notes}`])
  })

  it('are one thing at a time', async () => {
    const { server, updates } = await updating()
    server.offer()
    await Promise.all([updates.act('check'), updates.act('check'), updates.checkWhenDue()])
    expect(server.asked).toHaveLength(1)
  })
})
