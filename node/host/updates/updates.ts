import { defined } from '#machines/defined.ts'
import { type Decision, decide } from '#machines/updates/decide.ts'
import type { BusyReason, Channel, OffReason, ReadRelease, UpdateAct, UpdateRefusal, UpdateView } from '#machines/updates/update.ts'
import { compareVersions } from '#machines/updates/version.ts'
import type { ProfileFile } from '../../records/profile-file.ts'
import type { Installer } from '../../services/updates/installer.ts'
import { readRelease } from '../../services/updates/release.ts'
import type { UpdateSource } from '../../services/updates/source.ts'

export type Seen = Partial<Record<Channel, string>>

export interface UpdatesOptions {
  readonly source: UpdateSource | { readonly off: OffReason }
  readonly fetch: (source: UpdateSource) => Promise<string>
  readonly installer: (source: UpdateSource) => Promise<Installer>
  readonly busy: () => BusyReason | undefined
  /** Another window has an environment open, which an update would disturb. */
  readonly otherWindow: () => Promise<boolean>
  readonly seen: Pick<ProfileFile<Seen>, 'read' | 'write'>
  readonly installed: string
  readonly arch: string
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number
  readonly openNotes: (address: string) => Promise<void>
  readonly show: (view: UpdateView) => void
}

export interface Updates {
  /** The person's request; ignored if unavailable or busy. */
  act(act: UpdateAct): Promise<void>
  /** Checks if the last one is a day ago and nothing is disturbed. */
  checkWhenDue(): Promise<void>
  /** Call when the app's activity changes: cancels a disturbing download. */
  noticed(): void
}

type Offer = Extract<Decision, { readonly is: 'offer' }>

const offered = ({ release: { version, notes }, package: { size } }: Offer) => ({
  version,
  size,
  ...(notes === undefined ? {} : { hasNotes: true as const }),
})

const A_DAY_MS = 24 * 60 * 60 * 1000

/** Checks, downloads and installs, each after `decide`; the last two only on request. */
export function createUpdates(options: UpdatesOptions): Updates {
  const { source, seen, installed, now } = options
  let read: ReadRelease | undefined
  let known: Seen | undefined
  let installer: Installer | undefined
  let isUnderWay = false
  let ready: string | undefined
  let view: UpdateView = { is: 'idle' }
  let offer: Offer | undefined

  function show(next: UpdateView): void {
    view = next
    options.show(next)
  }

  const decided = (found: ReadRelease | undefined): Decision =>
    'off' in source
      ? { is: 'off', why: source.off }
      : decide({
          policy: { channel: source.channel },
          busy: options.busy(),
          read: found,
          installed,
          now: now(),
          newestSeen: known?.[source.channel],
          here: { kind: source.kind, arch: options.arch },
        })

  /** Shows the idle state. Findings stay visible while busy. */
  function settle(refused?: UpdateRefusal): void {
    const decision = decided(read)
    if (decision.is === 'off') {
      show({ is: 'off', off: decision.why })
      return
    }
    if (decision.is !== 'wait') offer = decision.is === 'offer' ? decision : undefined
    const why = decision.is === 'refused' ? decision.why : refused
    const common = defined({ busy: options.busy(), refused: why, checkedAt: view.checkedAt })
    show(offer ? { ...offered(offer), is: ready === offer.release.version ? 'ready' : 'available', ...common } : { is: 'idle', ...common })
  }

  async function remember(version: string, channel: Channel): Promise<void> {
    const before = known?.[channel]
    if (before !== undefined && compareVersions(version, before) <= 0) return
    known = { ...known, [channel]: version }
    await seen.write(known)
  }

  async function check(from: UpdateSource): Promise<void> {
    known ??= await seen.read()
    if (decided(undefined).is !== 'check') return settle()
    show({ is: 'checking', ...defined({ checkedAt: view.checkedAt }) })
    const text = await options.fetch(from).catch(() => undefined)
    read = text === undefined ? { ok: false, refused: 'unreachable' } : readRelease(text, from.keys)
    const { is } = decided(read)
    if (read.ok && (is === 'offer' || is === 'current')) await remember(read.release.version, from.channel)
    view = { is: 'idle', checkedAt: now() }
    settle()
  }

  async function download(from: UpdateSource): Promise<void> {
    const decision = decided(read)
    if (decision.is !== 'offer' || ready === decision.release.version) return settle()
    const { release, package: wanted } = decision
    const shown: UpdateView = { ...view, is: 'downloading', percent: 0 }
    show(shown)
    installer ??= await options.installer(from)
    const refused = await installer.download(release, wanted, (percent) => {
      if (percent !== view.percent) show({ ...shown, percent })
    })
    ready = refused === undefined ? release.version : undefined
    // Canceled for something more important, which is shown instead.
    settle(options.busy() === undefined ? refused : undefined)
  }

  async function install(): Promise<void> {
    const decision = decided(read)
    if (decision.is !== 'offer' || ready !== decision.release.version || !installer) return settle()
    if (await options.otherWindow()) return settle('other-window')
    // Work may have begun meanwhile.
    if (options.busy() !== undefined) return settle()
    show({ ...view, is: 'installing' })
    const refused = await installer.install()
    if (refused === undefined) return
    if (refused === 'hash' || refused === 'incomplete') ready = undefined
    settle(refused)
  }

  async function alone(work: () => Promise<void>): Promise<void> {
    if (isUnderWay) return
    isUnderWay = true
    try {
      await work()
    } finally {
      isUnderWay = false
    }
  }

  settle()
  return {
    async act(wanted) {
      if ('off' in source) return
      if (wanted === 'notes') {
        const notes = read?.ok ? read.release.notes : undefined
        if (notes !== undefined) await options.openNotes(notes)
        return
      }
      await alone(() => ({ check, download, install })[wanted](source))
    },
    async checkWhenDue() {
      if ('off' in source || now() - (view.checkedAt ?? 0) < A_DAY_MS) return
      if (decided(undefined).is === 'check') await alone(() => check(source))
    },
    noticed() {
      if ('off' in source) return
      const busy = options.busy()
      if (busy !== undefined && view.is === 'downloading') installer?.cancel()
      if (!isUnderWay && busy !== view.busy) settle()
    },
  }
}
