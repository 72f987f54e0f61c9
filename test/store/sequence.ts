import { cpSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { defined } from '#machines/defined.ts'
import { describeAction } from '#machines/engine/action.ts'
import { verbatim } from '#machines/messages/message.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { type EngagementStore, NotInStore, TakenOver } from '#node/records/engagement/store.ts'
import { moveIntoStore, moveOutOfStore } from '#node/records/team/move.ts'
import { Stays } from '#node/records/team/team-store.ts'
import { NotThisStore } from '#node/records/team/words.ts'
import { isRefused } from '#node/services/storage/container.ts'
import { example } from '../machines/procedure/actions/create-resource-group.ts'
import { type Command, ENVIRONMENTS, type Environment, type Person } from './commands.ts'
import {
  changedCopies,
  complaintsAboutList,
  complaintsAtTheEnd,
  damagedAt,
  holderAtWork,
  isNamed,
  lockedOut,
  tornLogs,
  waitingAt,
} from './judge.ts'
import { COPIED_FILE, copyOf, fileAt, keysIn, Ledger, logAt, logIn, meantBy, recordAt, recordIn, removedIn } from './ledger.ts'
import { type Desk, type Emulated, idOf, placeOf, Team, whoseOf } from './team.ts'

/** True for errors that the wizard shows to a person; any other error is a defect. */
const isSaid = (error: unknown): boolean =>
  isRefused(error) || [NotThisStore, TakenOver, NotInStore, Stays].some((each) => error instanceof each)

const saidIn = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

const movingAt = ({ container, own, holding, now }: Desk['run']) => ({ container, folder: own, holding, now })

/** What another program or an earlier version left in a person's folders of an environment that isn't open. */
function leaveBehind({ person, run }: Desk, { copied }: Ledger, what: 'lock' | 'folder copied' | 'file copied', of: Environment): void {
  if (run.sessions.has(of)) return
  for (const place of ['own', 'copies'] as const) {
    const folder = path.join(run[place], idOf(of))
    const bytes = fileAt(folder, 'engagement.json')
    const key = JSON.stringify([person, place, of])
    if (!bytes) continue
    if (what === 'file copied') writeFileSync(path.join(folder, COPIED_FILE), bytes)
    else if (what === 'lock') {
      if (place === 'own') writeFileSync(path.join(folder, 'lock.json'), '')
    } else if (!copied.has(key)) {
      cpSync(folder, path.join(run[place], copyOf(of)), { recursive: true })
      copied.set(key, bytes)
    }
  }
}

/** One team lives through a sequence of commands. */
class Life {
  readonly team: Team
  readonly ledger = new Ledger()
  readonly wrong: string[] = []
  /** Events during a command: a list in haste doesn't wait for it. */
  readonly #meanwhile: Promise<void>[] = []
  /** Deletions by hand. */
  #deletions = 0
  /** Deletions and damages by hand. */
  #changesByHand = 0

  constructor(team: Team) {
    this.team = team
  }

  async perform(command: Command): Promise<void> {
    if (!('who' in command)) return this.#happen(command)
    const desk = this.team.at(command.who)
    const { run } = desk
    const { meets } = 'meets' in command ? command : { meets: undefined }
    if (meets) {
      const act = async (): Promise<void> => {
        if (meets.what === 'kill') return desk.kill()
        const acted = this.perform(meets.what)
        this.#meanwhile.push(acted)
        await acted
      }
      desk.meeting = { left: meets.call, after: meets.after, act }
    }
    try {
      await this.#does(command, desk)
    } catch (error) {
      // A killed wizard's errors are invisible.
      if (!run.isDead && !isSaid(error)) this.wrong.push(`${command.does} ended in an error: ${saidIn(error)}`)
    } finally {
      if (desk.run === run) desk.meeting = undefined
      this.wrong.push(...tornLogs(this.team, this.ledger.cut))
    }
  }

  async #happen(command: Exclude<Command, { readonly who: unknown }>): Promise<void> {
    const { service } = this.team
    if (command.does === 'wait') return this.team.letPass(command.seconds)
    if (command.does === 'policy') service.isImmutable = command.on
    if (command.does === 'full store') service.isFull = command.on
    if (command.does === 'short logs') this.team.shortLogs(command.blocks)
    if (command.does === 'break lease')
      for (const name of service.contents().keys()) if (name.startsWith(`${idOf(command.of)}/`)) await this.team.byHand(name, 'break')
    if (command.does === 'damage') return this.#damage(command)
    if (command.does !== 'delete by hand' || service.isImmutable) return
    this.#deletions += 1
    this.#changesByHand += 1
    const names = meantBy(this.team, command)
    for (const of of ENVIRONMENTS)
      this.ledger.willDelete(
        this.team,
        of,
        names.filter((name) => name.includes(`${idOf(of)}/`)),
      )
    for (const name of names) await this.team.byHand(name, 'delete')
  }

  /** By a disk, a tool that syncs, or an earlier version whose network went. */
  #damage({ what, of, at }: Extract<Command, { readonly does: 'damage' }>): void {
    const { team, ledger } = this
    if (what === 'lock' || what === 'folder copied' || what === 'file copied') {
      leaveBehind(team.at(at), ledger, what, of)
      return
    }
    // The emulator has no way to it.
    if (team.isEmulated || team.service.isImmutable) return
    if (what === 'copy') {
      const file = path.join(team.at(at).run.copies, idOf(of), 'engagement.json')
      const bytes = fileAt(file)
      if (!bytes || team.at(at).run.sessions.has(of)) return
      const rest = bytes.subarray(0, 40)
      ledger.willCut(team, of, file, rest)
      writeFileSync(file, rest)
      return
    }
    const [name, bytes] = (what === 'record' ? recordAt(team, of) : logAt(team, of)) ?? []
    // The service lets no one else write a log that has a lease.
    if (!name || !bytes || (what !== 'record' && team.service.isLeasedByHand(name))) return
    const end = { record: 40, 'last line': Math.max(0, bytes.length - 20), lines: bytes.lastIndexOf(0x0a, bytes.length / 2) + 1 }[what]
    const rest = bytes.subarray(0, end)
    ledger.cut.add(name)
    ledger.changedByHand[what === 'record' ? 'records' : 'logs'].add(of)
    ledger.willCut(team, of, name, rest)
    this.#changesByHand += 1
    team.service.overwriteByHand(name, rest)
  }

  async #does(command: Extract<Command, { readonly who: unknown }>, desk: Desk): Promise<void> {
    const { run } = desk
    switch (command.does) {
      case 'open':
        return void (await this.open(desk, run.shared, command.of))
      case 'open here':
        return void (await this.open(desk, run.folder, command.of))
      case 'take over':
        return this.#takeOver(desk, command.of)
      case 'line':
      case 'begin':
        return this.#line(desk, command.of, command.does === 'begin')
      case 'save':
        return this.#save(desk, command.of)
      case 'close':
        return this.#leave(desk, command.of)
      case 'remove':
        return this.#remove(desk, command.of)
      case 'list':
      case 'list in haste':
        desk.isInHaste = command.does === 'list in haste'
        return this.list(desk).finally(() => {
          desk.isInHaste = false
        })
      case 'move in':
        await run.store.look()
        return void (await moveIntoStore(movingAt(run)))
      case 'move out':
        await run.store.look()
        return void (await moveOutOfStore(movingAt(run), run.store))
      case 'kill':
        return desk.kill()
      case 'bring back':
        return desk.bringBack()
      case 'repair':
        return run.store.repair()
      case 'cut':
        desk.cut = command.how
        return
      case 'lose answers':
        desk.answersToLose = command.count
        return
      case 'slow answers':
        desk.slowBy = command.seconds
        return
      case 'set clock':
        desk.clock += command.hours * 3_600_000
        return
      default:
        return command satisfies never
    }
  }

  async open(desk: Desk, store: EngagementStore, of: Environment): Promise<boolean> {
    const { run } = desk
    if (run.sessions.has(of)) return true
    const at = this.team.passed
    // Another person who acts in its middle can end the lease.
    const holder = desk.meeting || store === run.folder ? undefined : holderAtWork(this.team, desk, of)
    const isUndisturbed = !desk.meeting
    const opening = await store.open(placeOf(of), whoseOf(of), CUSTOMER_MANAGED_KEYS)
    if (!run.isDead && isUndisturbed && this.team.passed === at)
      this.wrong.push(...lockedOut(this.team, desk, of, opening, store === run.folder))
    if (run.isDead || !opening.ok) return false
    const { engagement, watch } = opening.open
    // Outside the store there is no lease.
    if (holder && watch && this.team.passed === at) this.wrong.push(`${desk.person} took the lease of ${of} from ${holder} without asking`)
    run.sessions.set(of, { open: opening.open, saved: engagement.attestations[0]?.by, engagement })
    // As the app does: what has a log has a record.
    if (opening.open.isNew) await opening.open.save(engagement)
    return true
  }

  /** Who wants to work on an environment opens it. */
  async #session(desk: Desk, of: Environment) {
    const { run } = desk
    await this.open(desk, run.shared, of)
    return run.isDead ? undefined : run.sessions.get(of)
  }

  async #leave({ run }: Desk, of: Environment): Promise<void> {
    const session = run.sessions.get(of)
    run.sessions.delete(of)
    await session?.open.close()
  }

  async #takeOver(desk: Desk, of: Environment): Promise<void> {
    const { run } = desk
    if (run.sessions.has(of)) return
    const opening = await run.shared.open(placeOf(of), whoseOf(of), CUSTOMER_MANAGED_KEYS)
    if (opening.ok) return opening.open.close()
    if ('held' in opening && (await run.shared.breakLock(placeOf(of), opening.held.holder?.id))) await this.open(desk, run.shared, of)
  }

  async #remove({ run }: Desk, of: Environment): Promise<void> {
    if (run.sessions.has(of) || !(await run.shared.list()).some(({ id }) => id === idOf(of))) return
    this.ledger.removed.add(of)
    const before = removedIn(run.copies, of)
    await run.shared.remove(idOf(of))
    // The person removed content that only this computer had from their own list.
    for (const folder of removedIn(run.copies, of)) if (!before.includes(folder)) this.ledger.takenOff.add(folder)
  }

  async #line(desk: Desk, of: Environment, begins: boolean): Promise<void> {
    const { run } = desk
    const session = await this.#session(desk, of)
    if (!session) return
    const attempt = this.ledger.nextNumber()
    const key = begins ? `B${attempt}` : `L${attempt}`
    const deletions = this.#deletions
    const begun = {
      step: 'policy',
      attempt,
      action: example,
      description: describeAction(CUSTOMER_MANAGED_KEYS.actions, example, undefined),
    } as const
    try {
      await session.open.journal.append(
        begins ? { kind: 'apply-started', content: begun } : { kind: 'attested', content: { key, title: verbatim(key), by: desk.person } },
      )
    } catch (error) {
      if (error instanceof TakenOver) await this.#leave(desk, of)
      throw error
    }
    if (run.isDead) return
    this.ledger.lines.push({ key, of })
    const isHere = keysIn(logIn(this.team, of)).includes(key)
    // Outside the store there is nothing to be in, and what was in it can be deleted by hand meanwhile.
    if (begins && !isHere && session.open.watch && this.#deletions === deletions)
      this.wrong.push(`${key} began a change, and the store hasn't its line`)
  }

  async #save(desk: Desk, of: Environment): Promise<void> {
    const { run } = desk
    const session = await this.#session(desk, of)
    if (!session) return
    const key = this.ledger.next('S')
    const engagement = { ...session.engagement, attestations: [{ key: 'licence', by: key, at: 0 }] }
    this.ledger.parents.set(key, session.saved)
    try {
      await session.open.save(engagement)
    } catch (error) {
      if (error instanceof TakenOver) await this.#leave(desk, of)
      throw error
    }
    if (run.isDead) return
    this.ledger.saves.push({ key, of })
    Object.assign(session, { saved: key, engagement })
  }

  async #holders(desk: Desk): Promise<ReadonlyMap<Environment, Person>> {
    const found = new Map<Environment, Person>()
    for (const of of ENVIRONMENTS) {
      const holder = holderAtWork(this.team, desk, of)
      if (holder !== undefined && (await isNamed(this.team, of))) found.set(of, holder)
    }
    return found
  }

  async list(desk: Desk): Promise<void> {
    const { run } = desk
    // Content that a colleague adds during a download is only in the next one.
    const inStore = ENVIRONMENTS.filter((of) => recordIn(this.team, of))
    const damaged = damagedAt(this.team, desk)
    const before = await this.#holders(desk)
    const [waited, changes] = [waitingAt(this.team, this.ledger, desk), this.#changesByHand]
    const rows = await run.shared.list()
    const lacks = run.shared.lacks?.()
    const after = await this.#holders(desk)
    const holders = new Map([...before].filter(([of, holder]) => after.get(of) === holder))
    const meanwhile = this.#changesByHand === changes ? {} : { waited }
    if (!run.isDead)
      this.wrong.push(
        ...complaintsAboutList(this.team, this.ledger, desk, { inStore, damaged, holders, rows, ...meanwhile, ...defined({ lacks }) }),
      )
  }

  /** All is well again: the store is in order, each wizard is started anew, and everything is opened once. */
  async settle(): Promise<void> {
    const { team, wrong } = this
    await Promise.all(this.#meanwhile)
    Object.assign(team.service, { isImmutable: false, isFull: false })
    team.shortLogs()
    for (const desk of team.desks.values()) {
      desk.bringBack()
      desk.meeting = undefined
      for (const of of ENVIRONMENTS) await this.perform({ does: 'close', who: desk.person, of })
    }
    await team.letPass(200)
    for (const desk of team.desks.values()) {
      desk.kill()
      await desk.run.store.look().catch(async (error: unknown) => {
        if (!(error instanceof NotThisStore) || error.repair === undefined) throw error
        await desk.run.store.repair()
      })
    }
    for (const desk of team.desks.values()) await this.perform({ does: 'list', who: desk.person })
    wrong.push(...(await complaintsAtTheEnd(team, this.ledger, 'shown')))
    for (const _round of [1, 2])
      for (const desk of team.desks.values())
        for (const of of ENVIRONMENTS) {
          const row = (await desk.run.shared.list()).find(({ id }) => id === idOf(of))
          if (!row) continue
          if (!(await this.open(desk, desk.run.shared, of))) wrong.push(`${desk.person} can't open ${of} at the end`)
          await this.perform({ does: 'close', who: desk.person, of })
          if (fileAt(desk.run.own, idOf(of), 'engagement.json')) await this.perform({ does: 'open here', who: desk.person, of })
          await this.perform({ does: 'close', who: desk.person, of })
        }
    for (const desk of team.desks.values()) await this.perform({ does: 'list', who: desk.person })
    wrong.push(...(await complaintsAtTheEnd(team, this.ledger, 'brought')), ...changedCopies(team, this.ledger.copied))
  }
}

export interface Lived {
  readonly wrong: readonly string[]
  readonly lines: number
  readonly saves: number
}

/** @param folder that is empty */
export async function live(folder: string, commands: readonly Command[], emulated?: Emulated): Promise<Lived> {
  const life = new Life(await Team.open(folder, emulated))
  try {
    for (const command of commands) {
      await life.perform(command)
      if (life.wrong.length > 0) break
    }
    if (life.wrong.length === 0) await life.settle()
  } catch (error) {
    life.wrong.push(`It ended in an error: ${saidIn(error)}`)
  }
  return {
    wrong: [...new Set([...life.team.differences, ...life.wrong])],
    lines: life.ledger.lines.length,
    saves: life.ledger.saves.length,
  }
}
