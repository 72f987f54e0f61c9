import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { GET_VIEW } from '#contract/channels.ts'
import { CALLS, type CallName, readReply } from '#contract/contract.ts'
import { PRESENTER_DO, PRESENTER_GET } from '#contract/presenter-channels.ts'
import { type Random, seededRandom } from '#node/practice/random.ts'
import { ownDraws, say } from '../long/share.ts'
import { isView } from '../received-view.ts'
import { anyAct, fitting, spoilt, strangeEvents, TYPED } from './messages.ts'
import { type Office, officeIn } from './office.ts'
import { anySender, OWN, ownSender, type Sender, TRAINER } from './senders.ts'

/** `npm run test:ipc`: messages on every channel, from the wizard's own page and from strangers, of the agreed form and of any other. */

/** Calls that return stored texts, a note for a colleague and the name on reports, and Azure's answer about a name, which quotes it. */
const ANSWERS_WITH_WHAT_IS_KEPT: ReadonlySet<string> = new Set([
  'hand-over:save',
  'brand:read',
  'brand:change',
  'brand:choose-logo',
  'vault-name:check',
])

/** How long an answer may take, in milliseconds of a computer that is busy with other tests. */
const LONGEST = 30_000

const { seed, runs } = ownDraws()

/** Reports problems besides the reply to one message. */
const complain = (name: string, ...wrong: readonly string[]): void => say({ case: { name, wrong, again: againTo(runs) } })
/** Repeats all messages up to this one. */
const againTo = (messages: number): string => `--seed ${seed} --runs ${messages} --shares 1`
const count = (figure: string): void => say({ figures: { [figure]: 1 } })

// In the app each of these would end the process, or leave it half alive.
for (const what of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(what, (error: unknown) => complain(what, error instanceof Error ? (error.stack ?? error.message) : String(error)))

/** Each window is answered on its own channels alone. */
const OF_TRAINER = [PRESENTER_GET, PRESENTER_DO] as const
type TrainersChannel = (typeof OF_TRAINER)[number]
type Channel = CallName | typeof GET_VIEW | TrainersChannel
const isTrainers = (channel: Channel): channel is TrainersChannel => OF_TRAINER.some((each) => each === channel)

const own = ownSender(OWN).event

async function inTime(asked: () => unknown): Promise<{ readonly value: unknown } | undefined> {
  const abort = new AbortController()
  const late = wait(LONGEST, undefined, { signal: abort.signal }).catch(() => undefined)
  try {
    return await Promise.race([Promise.resolve(asked()).then((value) => ({ value })), late])
  } finally {
    abort.abort()
  }
}

/** Problem of a reply; undefined if it follows the contract. */
function wrongWith(channel: Channel, sender: Sender, value: unknown): string | undefined {
  if (channel === GET_VIEW && sender.isOwn) {
    return isView(JSON.parse(JSON.stringify(value))) ? undefined : 'The answer is no view'
  }
  if (channel === PRESENTER_GET && sender.isOwn) return wrongWithTrainersView(value)
  const data = readReply(channel === GET_VIEW || isTrainers(channel) ? 'wizard:send' : channel, value)
  if (!data) return 'The answer is not of the agreed type'
  const refused = data.ok ? '' : data.why
  const stranger = `The sender is not the ${isTrainers(channel) ? 'trainer' : 'wizard'}’s own page.`
  if (!sender.isOwn && refused !== stranger) return `A stranger was answered: ${JSON.stringify(data)}`
  if (refused === 'The message doesn’t have the expected format.') count('refused by type')
  else count(sender.isOwn ? 'answered' : 'refused by sender')
  return JSON.stringify(data).includes(TYPED) && !ANSWERS_WITH_WHAT_IS_KEPT.has(channel)
    ? 'What was typed came back in the answer'
    : undefined
}

/** A trainer sees requests by their path alone: what is typed into the class's window is not in it. */
function wrongWithTrainersView(value: unknown): string | undefined {
  const said = JSON.stringify(value)
  if (!said?.includes('"session"')) return 'The answer is no view of the trainer'
  return said.includes(TYPED) ? 'What was typed in the class’s window came to the trainer’s' : undefined
}

function argumentFor(channel: Channel, office: Office, events: readonly unknown[], random: Random): unknown {
  if (channel === GET_VIEW || channel === PRESENTER_GET) return undefined
  return channel === PRESENTER_DO ? anyAct(random) : fitting(channel, office.host.view(), events, random)
}

/** One message. @returns what is wrong with how it was answered */
async function one(
  office: Office,
  events: readonly unknown[],
  random: Random,
): Promise<{ readonly name: string; readonly wrong: readonly string[] }> {
  const channels = [...(Object.keys(CALLS) as readonly CallName[]), GET_VIEW, ...OF_TRAINER] as const
  const channel = channels[Math.floor(random() * channels.length)] ?? GET_VIEW
  const sender = anySender(random, isTrainers(channel) ? TRAINER : OWN)
  const argument = argumentFor(channel, office, events, random)
  const isSpoilt = random() < 0.6
  const name = `${channel} from ${sender.name}, ${isSpoilt ? 'not of the agreed form' : 'of the agreed form'}`
  try {
    const answer = await inTime(() => office.call(channel, sender.event, isSpoilt ? spoilt(argument, random) : argument))
    if (answer === undefined) return { name, wrong: ['Nothing was answered'] }
    const wrong = wrongWith(channel, sender, answer.value)
    if (wrong === undefined && (channel === GET_VIEW || channel === PRESENTER_GET) && sender.isOwn) count('answered')
    return { name, wrong: wrong === undefined ? [] : [wrong] }
  } catch (error) {
    return { name, wrong: [`It was thrown at the window: ${error instanceof Error ? error.stack : String(error)}`] }
  }
}

const random = seededRandom(String(seed))
const office = await officeIn(await mkdtemp(path.join(tmpdir(), 'messages-')), random)
const events = strangeEvents(seed)
say({ highest: { channels: office.channels.length } })
try {
  for (let place = 0; place < runs; place++) {
    say({ case: { ...(await one(office, events, random)), again: againTo(place + 1) } })
    if (place % 100 !== 99 && place !== runs - 1) continue
    const answer = await inTime(() => office.call(GET_VIEW, own, undefined))
    if (answer !== undefined && isView(JSON.parse(JSON.stringify(answer.value)))) continue
    complain(`after ${place + 1} messages`, 'Main does not answer any more')
    break
  }
  const leaks = office.log.filter((line) => line.includes(TYPED))
  if (leaks[0] !== undefined) complain(`${leaks.length} lines of the log`, `What was typed is in the log: ${leaks[0].slice(0, 300)}`)
  if ('polluted' in {}) complain('at the end', 'Every object has a member now that came in a message')
} finally {
  await office.close()
}
// Pending timers of a practice tenant don't delay the end.
process.exit(0)
