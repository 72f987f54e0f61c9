import path from 'node:path'
import { defined } from '#machines/defined.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { type Blob, type Container, isRefused, type Metadata } from '../../services/storage/container.ts'
import { LARGEST_ENGAGEMENT } from '../engagement/engagement.ts'
import { JOURNAL, type Upstream } from '../engagement/folder-store.ts'
import type { ContentOf } from '../engagement/journal/entry.ts'
import { LARGEST_JOURNAL } from '../engagement/journal/journal-file.ts'
import { NotInStore, TakenOver } from '../engagement/store.ts'
import { inTurn } from '../in-turn.ts'
import { newBranch } from './branch.ts'
import { bytesFrom, sha256, writeCopyState } from './copy-state.ts'
import type { Lease } from './lease.ts'
import type { Synced } from './local-copy.ts'
import { blockOf } from './log-lines.ts'
import { teamMessages as messages } from './messages.ts'
import { currentFile, firstFile, nextFile, nextLog } from './names.ts'
import { teamWords } from './words.ts'

/** Entry that starts a change at Microsoft: it must be in the store first, under a valid lease. */
const BEGINS = 'apply-started'

const TRIES = 3

/** Digests in the copy's state, which has a limit. */
const MOST_SENT = 20

export interface UpstreamOptions {
  readonly container: Container
  readonly folder: string
  readonly lease: Lease
  readonly synced: Synced
  /** Blob of the engagement's file, if any. */
  readonly file?: Blob
  readonly now: () => number
}

/** Sends each line and each save to the store, or keeps it here until the store accepts it. */
export class TeamUpstream implements Upstream {
  readonly recovered: readonly ContentOf<'recovered'>[]
  readonly isWritten: boolean
  readonly #options: UpstreamOptions
  readonly #inTurn = inTurn()
  /** Size of the log in the store, in bytes. */
  #size: number
  #unsent: Buffer
  /** Log to create with the next line: empty, or with all whole lines of the previous one. */
  #newLog: { readonly name: string; readonly isEmpty: boolean } | undefined
  #file: string
  readonly #metadata: Metadata
  #etag: string | undefined
  /** The last save that the store confirmed: the next one can be refused under another name. */
  #confirmed: Readonly<Partial<Record<'saved' | 'etag' | 'file', string | undefined>>>
  /** Digests of sent saves, whose responses can be lost. */
  #tried = new Set<string>()
  #content: string | undefined
  #waiting: DisplayText | undefined
  #listener: (why: DisplayText | undefined) => void = () => undefined

  constructor(id: string, options: UpstreamOptions) {
    const { synced, file } = options
    this.#options = options
    this.recovered = synced.recovered
    this.isWritten = synced.isWritten
    this.#content = synced.unsaved
    this.#size = synced.state.synced
    this.#unsent = synced.unsent
    this.#file = file?.name ?? firstFile(id)
    this.#metadata = (synced.from === undefined && !synced.isNewBranch && file?.metadata) || newBranch(options.lease.holder.id, synced.from)
    if (synced.isTorn) this.#newLog = { name: nextLog(options.lease.log), isEmpty: false }
    this.#etag = synced.replaces ?? synced.state.etag
    this.#confirmed = synced.state
  }

  /** State of the store. */
  get known() {
    const { saved, etag, file } = this.#confirmed
    const unanswered = [...this.#tried].filter((digest) => digest !== saved).slice(-MOST_SENT)
    return {
      log: this.#newLog !== undefined ? undefined : this.#options.lease.log,
      size: this.#size,
      file: {
        saved,
        etag,
        file,
        branch: this.#metadata['branch'],
        // Older versions can't read a state with this member.
        sent: unanswered.length > 0 ? unanswered : undefined,
      },
    }
  }

  watch = (listener: (why: DisplayText | undefined) => void): void => {
    this.#listener = listener
    if (this.#waiting) listener(this.#waiting)
  }

  line(text: string, at: number, kind: string): Promise<Error | undefined> {
    return this.#inTurn(async () => {
      await this.#align(at)
      this.#unsent = Buffer.concat([this.#unsent, Buffer.from(text)])
      try {
        if (this.#waiting && kind !== BEGINS) throw new NotInStore(this.#waiting)
        await this.#send()
      } catch (error) {
        if (error instanceof TakenOver) throw error
        const why = this.#wait(error)
        return kind === BEGINS ? new NotInStore(why) : undefined
      }
      await this.#sendFile()
      return undefined
    })
  }

  saved(content: string): Promise<void> {
    return this.#inTurn(async () => {
      this.#content = content
      if (!this.#waiting) await this.#sendFile()
    })
  }

  /** Sends pending lines and saves. */
  flush(): Promise<void> {
    return this.#inTurn(async () => {
      try {
        await this.#send()
        await this.#sendFile()
      } catch (error) {
        this.#wait(error)
      }
    })
  }

  get isWaiting(): boolean {
    return this.#newLog !== undefined || this.#unsent.length > 0 || this.#content !== undefined || this.#waiting !== undefined
  }

  #wait(error: unknown): DisplayText {
    const why = whyItWaits(error)
    if (this.#waiting === undefined) this.#listener(why)
    this.#waiting = why
    return why
  }

  #arrived(): void {
    if (this.#waiting === undefined) return
    this.#waiting = undefined
    this.#listener(undefined)
  }

  /** Recomputes the pending lines. @param at place of the next line in the local journal */
  async #align(at: number): Promise<void> {
    const known = this.#size + this.#unsent.length
    if (at === known) return
    if (at === 0) {
      // The local journal was set aside, and a new one begins.
      this.#newLog = { name: nextLog(this.#newLog?.name ?? this.#options.lease.log), isEmpty: true }
      this.#size = 0
      this.#unsent = Buffer.alloc(0)
      return
    }
    if (at < this.#size) throw new Error('The copy of the log on this computer lacks lines. Open this environment again.')
    if (at < known) this.#unsent = this.#unsent.subarray(0, at - this.#size)
    else this.#unsent = await bytesFrom(path.join(this.#options.folder, JOURNAL), this.#size, at)
  }

  /** Appends pending lines. */
  async #send(): Promise<void> {
    const { container, lease } = this.#options
    for (let tries = 0; this.#newLog || this.#unsent.length > 0; ) {
      const block = blockOf(this.#unsent, container.largestAppend)
      try {
        if (this.#newLog) await this.#beginLog(this.#newLog)
        else {
          await container.append(lease.log, block, this.#size, lease.holder.id)
          this.#sent(block.length)
        }
      } catch (error) {
        tries += 1
        if (tries > TRIES || !isRefused(error, 'changed', 'leased', 'full')) throw error
        if (isRefused(error, 'full')) this.#newLog = { name: nextLog(lease.log), isEmpty: false }
        else if (isRefused(error, 'leased')) await this.#leasedAgain()
        else this.#sent(await this.#alreadyThere())
      }
    }
    this.#arrived()
  }

  /** The previous log stays. A full log is continued by a copy with fewer, larger blocks. */
  async #beginLog({ name, isEmpty }: { readonly name: string; readonly isEmpty: boolean }): Promise<void> {
    const { container, lease } = this.#options
    await container.createLog(name)
    await lease.moveTo(name, async (id) => {
      if (isEmpty) return
      const all = await bytesFrom(path.join(this.#options.folder, JOURNAL), 0, this.#size)
      if (!(await continueCopy(container, name, all, id))) throw new Error('Another log has the name of the next one.')
    })
    this.#newLog = undefined
  }

  #sent(length: number): void {
    this.#size += length
    this.#unsent = this.#unsent.subarray(length)
  }

  async #leasedAgain(): Promise<void> {
    const held = await this.#options.lease.again()
    if (held) throw new TakenOver(held)
  }

  /** Bytes already in the store from an earlier try whose response was lost. */
  async #alreadyThere(): Promise<number> {
    const { container, lease } = this.#options
    const there = (await container.read(lease.log, this.#size, LARGEST_JOURNAL))?.bytes ?? Buffer.alloc(0)
    const isOurs = there.length > 0 && this.#unsent.subarray(0, there.length).equals(there)
    if (!isOurs) throw new TakenOver((await lease.again()) ?? (await lease.giveUp()))
    return there.length
  }

  async #sendFile(): Promise<void> {
    const content = this.#content
    if (content === undefined) return
    try {
      await this.#put(content)
      if (this.#content === content) this.#content = undefined
    } catch (error) {
      if (error instanceof TakenOver) throw error
      this.#wait(error)
    }
  }

  /** Noted first: the next opening knows what came from here, even if the wizard is killed before the response. */
  async #put(content: string): Promise<void> {
    const { container, lease, folder } = this.#options
    // The file itself has no lease.
    await lease.renew()
    const held = await lease.takenOver()
    if (held) throw new TakenOver(held)
    this.#tried.add(sha256(content))
    const { log, createdAt, synced, digest } = this.#options.synced.state
    // Without the note, only a killed wizard's last save is kept aside.
    await writeCopyState(folder, { log, createdAt, synced, digest, ...defined(this.known.file) }).catch(() => undefined)
    for (let tries = 0; ; tries++) {
      try {
        this.#etag = await container.put(this.#file, content, this.#etag, this.#metadata)
        break
      } catch (error) {
        if (tries >= TRIES || !isRefused(error, 'changed', 'immutable')) throw error
        // Decision 0159: if overwriting is forbidden, the next file gets the next number.
        if (isRefused(error, 'immutable')) {
          this.#file = nextFile(this.#file)
          this.#etag = undefined
          continue
        }
        await this.#leasedAgain()
        const there = await container.read(this.#file, 0, LARGEST_ENGAGEMENT)
        const digest = there && sha256(there.bytes)
        // Another wizard wrote it meanwhile: opening the environment compares the two.
        if (there && there.etag !== this.#etag && !this.#tried.has(digest ?? '')) throw new TakenOver(await lease.giveUp())
        this.#etag = there?.etag
        if (digest === sha256(content)) break
      }
    }
    await this.#mustBeInUse()
    const saved = sha256(content)
    this.#confirmed = { saved, etag: this.#etag, file: this.#file }
    this.#tried = new Set([saved])
  }

  /** Decision 0159: under a policy, another holder saved under the next number, and the previous file can become writable later. */
  async #mustBeInUse(): Promise<void> {
    const { container, lease } = this.#options
    const blobs = await container.list(this.#file.slice(0, this.#file.indexOf('/') + 1))
    if ((currentFile(blobs)?.name ?? this.#file) !== this.#file) throw new TakenOver(await lease.giveUp())
  }
}

function whyItWaits(error: unknown): DisplayText {
  if (error instanceof NotInStore) return error.why
  return isRefused(error, 'missing') ? messages.logGone : messages.waiting({ why: teamWords(error) })
}

/** Completes a started copy of these lines. @returns false if the log isn't their beginning */
export async function continueCopy(container: Container, log: string, lines: Buffer, lease: string): Promise<boolean> {
  const there = (await container.read(log, 0, LARGEST_JOURNAL))?.bytes ?? Buffer.alloc(0)
  if (!lines.subarray(0, there.length).equals(there)) return false
  for (let at = there.length; at < lines.length; ) {
    const block = blockOf(lines.subarray(at), container.largestAppend)
    await container.append(log, block, at, lease)
    at += block.length
  }
  return true
}
