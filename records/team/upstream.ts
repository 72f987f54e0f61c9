import { open } from 'node:fs/promises'
import path from 'node:path'
import type { DisplayText } from '../../machines/messages/message.ts'
import { type Container, isRefused } from '../../services/storage/container.ts'
import { asideOf } from '../engagement/durable-file.ts'
import { LARGEST_ENGAGEMENT } from '../engagement/engagement.ts'
import { JOURNAL, type Upstream } from '../engagement/folder-store.ts'
import type { ContentOf } from '../engagement/journal/entry.ts'
import { LARGEST_JOURNAL } from '../engagement/journal/journal-file.ts'
import { NotInStore, TakenOver } from '../engagement/store.ts'
import type { Lease } from './lease.ts'
import { type Synced, sha256 } from './local-copy.ts'
import { teamMessages as messages } from './messages.ts'
import { firstFile, nextFile, nextLog } from './names.ts'
import { teamWords } from './words.ts'

/** What begins a change at Microsoft: it is in the store before, under a valid lease. */
const BEGINS = 'apply-started'

/** Of one request, in bytes: less than every version of the service takes. */
const BLOCK = 2 * 1024 * 1024

const TRIES = 3

export interface UpstreamOptions {
  readonly container: Container
  readonly folder: string
  readonly lease: Lease
  readonly synced: Synced
  /** The blob of the engagement's file, where there is one. */
  readonly file?: string
  readonly now: () => number
}

/** Brings each line and each save to the store, or keeps it here until the store takes it. */
export class TeamUpstream implements Upstream {
  readonly recovered: readonly ContentOf<'recovered'>[]
  readonly #options: UpstreamOptions
  #turn: Promise<unknown> = Promise.resolve()
  /** Of the log there, in bytes. */
  #size: number
  #unsent: Buffer
  /** A log that is to be made when the next line is sent. */
  #newLog: string | undefined
  #file: string
  #etag: string | undefined
  #savedAs: string | undefined
  #content: string | undefined
  #waiting: DisplayText | undefined
  #listener: (why: DisplayText | undefined) => void = () => undefined

  constructor(id: string, options: UpstreamOptions) {
    const { synced, file } = options
    this.#options = options
    this.recovered = synced.recovered
    this.#size = synced.state.synced
    this.#unsent = synced.unsent
    this.#file = file ?? firstFile(id)
    this.#etag = synced.state.etag
    this.#savedAs = synced.state.saved
  }

  /** What is in the store by now. */
  get known() {
    return { log: this.#newLog ? undefined : this.#options.lease.log, size: this.#size, saved: this.#savedAs, etag: this.#etag }
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

  /** Sends what waits. */
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
    return this.#unsent.length > 0 || this.#content !== undefined || this.#waiting !== undefined
  }

  #inTurn<Given>(work: () => Promise<Given>): Promise<Given> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => undefined)
    return done
  }

  #wait(error: unknown): DisplayText {
    const why = error instanceof NotInStore ? error.why : messages.waiting({ why: teamWords(error) })
    if (this.#waiting === undefined) this.#listener(why)
    this.#waiting = why
    return why
  }

  #arrived(): void {
    if (this.#waiting === undefined) return
    this.#waiting = undefined
    this.#listener(undefined)
  }

  /** Knows again what waits, by the place of the next line in the journal here. */
  async #align(at: number): Promise<void> {
    const known = this.#size + this.#unsent.length
    if (at === known) return
    if (at === 0) {
      // The journal was set aside here, and a new one begins.
      this.#newLog = nextLog(this.#newLog ?? this.#options.lease.log)
      this.#size = 0
      this.#unsent = Buffer.alloc(0)
      return
    }
    if (at < this.#size) throw new Error('The copy of the log on this computer lacks lines. Open this environment again.')
    if (at < known) this.#unsent = this.#unsent.subarray(0, at - this.#size)
    else this.#unsent = await part(path.join(this.#options.folder, JOURNAL), this.#size, at)
  }

  /** Appends what waits. */
  async #send(): Promise<void> {
    const { container, lease } = this.#options
    if (this.#newLog) {
      await container.createLog(this.#newLog)
      await lease.moveTo(this.#newLog)
      this.#newLog = undefined
    }
    for (let tries = 0; this.#unsent.length > 0; ) {
      const block = this.#unsent.subarray(0, BLOCK)
      try {
        await container.append(lease.log, block, this.#size, lease.holder.id)
        this.#sent(block.length)
      } catch (error) {
        tries += 1
        if (tries > TRIES || !isRefused(error, 'changed', 'leased')) throw error
        if (isRefused(error, 'leased')) await this.#leasedAgain()
        else this.#sent(await this.#alreadyThere())
      }
    }
    this.#arrived()
  }

  #sent(length: number): void {
    this.#size += length
    this.#unsent = this.#unsent.subarray(length)
  }

  async #leasedAgain(): Promise<void> {
    const held = await this.#options.lease.again()
    if (held) throw new TakenOver(held)
  }

  /** The answer to an earlier try was lost: how much of it the store has. */
  async #alreadyThere(): Promise<number> {
    const { container, lease } = this.#options
    const there = (await container.read(lease.log, this.#size, LARGEST_JOURNAL))?.bytes ?? Buffer.alloc(0)
    const isOurs = there.length > 0 && this.#unsent.subarray(0, there.length).equals(there)
    if (!isOurs) throw new TakenOver((await lease.again()) ?? { state: 'unreadable' })
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

  async #put(content: string): Promise<void> {
    const { container, folder, now } = this.#options
    for (let tries = 0; ; tries++) {
      try {
        this.#etag = await container.put(this.#file, content, this.#etag)
        this.#savedAs = sha256(content)
        return
      } catch (error) {
        if (tries >= TRIES || !isRefused(error, 'changed', 'immutable')) throw error
        if (isRefused(error, 'immutable')) {
          this.#file = nextFile(this.#file)
          this.#etag = undefined
          continue
        }
        await this.#leasedAgain()
        const there = await container.read(this.#file, 0, LARGEST_ENGAGEMENT)
        this.#etag = there?.etag
        if (there?.bytes.toString('utf8') === content) {
          this.#savedAs = sha256(content)
          return
        }
        // The wizard that had the lease before wrote last: what it wrote is kept.
        if (there)
          await container
            .put(
              `${this.#file.slice(0, this.#file.indexOf('/'))}/${path.basename(asideOf(path.join(folder, 'engagement.json'), 'other', now()))}`,
              there.bytes,
            )
            .catch(() => undefined)
      }
    }
  }
}

async function part(file: string, from: number, to: number): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(to - from), 0, to - from, from)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
