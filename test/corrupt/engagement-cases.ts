import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { verbatim } from '#machines/messages/message.ts'
import { LISTED_AS } from '#machines/procedure/listed-as.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { type Engagement, readEngagement } from '#node/records/engagement/engagement.ts'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import { rowOf } from '#node/records/engagement/listing.ts'
import { remembered } from '#node/records/engagement/remembering.ts'
import { type EngagementStore, engagementId, type OpenEngagement, type Opening } from '#node/records/engagement/store.ts'
import { english } from '../english.ts'
import { type Checked, isKept, type Outcome } from './checked.ts'
import { type Fixture, holding, NOW } from './fixture.ts'
import type { Mutated } from './mutations.ts'

type Damaged = 'engagement' | 'previous' | 'journal'

const FILES: Readonly<Record<Damaged, string>> = {
  engagement: 'engagement.json',
  previous: 'engagement.previous.json',
  journal: 'journal.jsonl',
}

/** Lists and opens an engagement of which one file was damaged, works with it, and opens it again. */
export const checkEngagement =
  (damaged: Damaged) =>
  async (folder: string, mutated: Mutated, fixture: Fixture): Promise<Checked> => {
    const engagements = path.join(folder, 'engagements')
    const store = engagementStore(engagements, holding(), () => NOW)
    const own = path.join(engagements, engagementId(fixture.place))
    const wrong = [...(await listedWrong(store, fixture))]
    const opening = await store.open(fixture.place, fixture.whose, CUSTOMER_MANAGED_KEYS)
    if (!opening.ok)
      return { outcome: 'said', wrong: [...wrong, ...(await refusedWrong(opening, path.join(own, FILES[damaged]), mutated))] }
    // Of a long journal the rest is checked once it is open, and said then.
    const rest = await opening.open.checkRest()
    const open = { ...opening.open, recovered: [...opening.open.recovered, ...(rest ? [rest] : [])] }
    wrong.push(...sayingWrong(open))
    const judged =
      damaged === 'journal' ? await journalWrong(open, own, mutated, fixture) : await fileWrong(damaged, open, own, mutated, fixture)
    wrong.push(...judged.wrong, ...(await workedOnWrong(open, store, own, fixture)), ...(await listedWrong(store, fixture)))
    return { outcome: judged.outcome, wrong }
  }

/** A lock that can't be read keeps people out, says so, and is taken away on purpose. An empty one was never written: it's nobody's. */
export async function checkLock(folder: string, mutated: Mutated, fixture: Fixture): Promise<Checked> {
  const store = engagementStore(path.join(folder, 'engagements'), holding(), () => NOW)
  const opening = await store.open(fixture.place, fixture.whose, CUSTOMER_MANAGED_KEYS)
  if (mutated.kind === 'gone' || (mutated.kind === 'bytes' && mutated.bytes.length === 0))
    return { outcome: 'opened', wrong: await unchangedWrong(opening, fixture) }
  if (opening.ok) return { outcome: 'opened', wrong: ['An existing lock was ignored'] }
  if (!('held' in opening)) return { outcome: 'said', wrong: [`The lock can’t be removed: ${english.text(opening.why)}`] }
  const broken = await store.breakLock(fixture.place, opening.held.holder?.id)
  const again = await store.open(fixture.place, fixture.whose, CUSTOMER_MANAGED_KEYS)
  return { outcome: 'said', wrong: [...(broken ? [] : ['The lock could not be taken away']), ...(await unchangedWrong(again, fixture))] }
}

async function unchangedWrong(opening: Opening, { engagement }: Fixture): Promise<readonly string[]> {
  if (!opening.ok) return [`It does not open: ${JSON.stringify(opening)}`]
  const wrong = isDeepStrictEqual(opening.open.engagement, engagement) ? [] : ['It opened as something else']
  await opening.open.close()
  return wrong
}

/** It stays on the list, with its state or a reason, and the window can draw the row. */
async function listedWrong(store: EngagementStore, { place }: Fixture): Promise<readonly string[]> {
  const listed = (await store.list()).find(({ id }) => id === engagementId(place))
  if (!listed) return ['It is no longer on the list']
  const { state, savedAt, checkedAt = savedAt } = rowOf(LISTED_AS, listed)
  const times = [savedAt, checkedAt, ...('since' in state ? [state.since] : [])]
  return [
    ...(state.kind === 'closed' && english.text(state.why).trim() === '' ? ['The list does not say why it cannot be opened'] : []),
    ...times.filter((each) => Number.isNaN(new Date(each).getTime())).map((each) => `The window cannot show the time ${each}`),
  ]
}

/** Refused as it is: then it has to lie there untouched, and the reason has to be said. */
async function refusedWrong(opening: Extract<Opening, { ok: false }>, file: string, mutated: Mutated): Promise<readonly string[]> {
  if ('held' in opening) return ['It is held, but no one holds it']
  const why = english.text(opening.why)
  return [
    ...(why.trim() === '' ? ['It is refused without a reason'] : []),
    ...(/newer version/.test(why) ? [] : [`It can’t be opened any more: ${why}`]),
    ...((await isKept(file, mutated)) ? [] : ['It was refused, and yet touched']),
  ]
}

/** The person's messages about it. */
function sayingWrong({ engagement, recovered }: OpenEngagement): readonly string[] {
  const sentences = remembered(CUSTOMER_MANAGED_KEYS, engagement, recovered).recovered
  return sentences.length === recovered.length && sentences.every((sentence) => english.text(sentence).trim().length > 20)
    ? []
    : ['What was found is not said in a sentence']
}

interface Judged {
  readonly outcome: Outcome
  readonly wrong: readonly string[]
}

async function fileWrong(
  damaged: Damaged,
  { engagement, isNew, recovered }: OpenEngagement,
  own: string,
  mutated: Mutated,
  fixture: Fixture,
): Promise<Judged> {
  const expected = (of: Engagement, what: string) =>
    isDeepStrictEqual(engagement, of) && !isNew
      ? []
      : [`Opened as something else than ${what}${recovered.length === 0 ? ' without a message' : ''}`]
  if (recovered.length === 0) {
    // A file that is read only when needed can be missing without harm: the next save creates it again.
    const harmless = damaged === 'previous' && mutated.kind === 'gone'
    const unsaid = damaged === 'previous' && !harmless && !(await readsAs(path.join(own, FILES.previous), fixture.previous))
    return {
      outcome: 'opened',
      wrong: [
        ...expected(fixture.engagement, 'what was saved'),
        ...(unsaid ? ['The previous copy cannot be read, and there is no message'] : []),
      ],
    }
  }
  const kept = recovered.find(({ what }) => what === 'engagement-unreadable')
  return {
    outcome: damaged === 'engagement' ? 'recovered' : 'said',
    wrong: [
      ...(damaged === 'engagement' ? expected(fixture.previous, 'the copy before') : expected(fixture.engagement, 'what was saved')),
      ...(mutated.kind === 'gone' || (kept?.keptAs !== undefined && (await isKept(path.join(own, kept.keptAs), mutated)))
        ? []
        : ['What was there is not kept under the name that is said']),
    ],
  }
}

const readsAs = async (file: string, as: Engagement): Promise<boolean> => {
  const read = readEngagement(CUSTOMER_MANAGED_KEYS, await readFile(file, 'utf8').catch(() => ''))
  return read.ok && isDeepStrictEqual(read.engagement, as)
}

async function journalWrong({ journal, recovered }: OpenEngagement, own: string, mutated: Mutated, { lines }: Fixture): Promise<Judged> {
  const all = await journal.lines()
  const there = all.slice(0, all.length - recovered.length)
  const whole = isDeepStrictEqual(there, lines)
  if (recovered.length === 0)
    return {
      outcome: 'opened',
      wrong: whole ? [] : [`${lines.length - there.length} lines are missing or different, and there is no message`],
    }
  const of = (what: string) => recovered.find((each) => each.what === what)
  const [broken, torn] = [of('journal-broken'), of('journal-torn')]
  const isPrefix = isDeepStrictEqual(there, lines.slice(0, there.length))
  const tail = mutated.kind === 'bytes' ? mutated.bytes.subarray(mutated.bytes.lastIndexOf(0x0a) + 1) : Buffer.alloc(0)
  const lost = [
    ...(broken?.keptAs !== undefined && !(await isKept(path.join(own, broken.keptAs), mutated))
      ? ['The broken journal is not kept as it was found']
      : []),
    ...(torn?.keptAs !== undefined && !(await isKept(path.join(own, torn.keptAs), { kind: 'bytes', bytes: tail }))
      ? ['The torn line is not kept as it was found']
      : []),
    ...(broken === undefined && !isPrefix ? ['Other lines are where the journal was'] : []),
    ...(broken === undefined && !whole && !isLonger(there, lines) && of('journal-cut') === undefined
      ? ['Lines are missing, and there is no message which']
      : []),
  ]
  return { outcome: broken ? 'said' : 'recovered', wrong: lost }
}

const isLonger = (there: readonly unknown[], lines: readonly unknown[]): boolean => there.length >= lines.length

/** Work continues: a line, a save, an end, and a second start that has nothing to say any more. */
async function workedOnWrong(
  open: OpenEngagement,
  store: EngagementStore,
  own: string,
  { place, whose }: Fixture,
): Promise<readonly string[]> {
  const by = `somebody ${NOW}`
  await open.journal.append({ kind: 'attested', content: { key: 'licence', title: verbatim('Licences'), by } })
  const lines = await open.journal.lines()
  await open.save({ ...open.engagement, attestations: [{ key: 'licence', by, at: NOW }] })
  await open.close()
  const previous = readEngagement(CUSTOMER_MANAGED_KEYS, await readFile(path.join(own, FILES.previous), 'utf8').catch(() => ''))
  const again = await store.open(place, whose, CUSTOMER_MANAGED_KEYS)
  if (!again.ok) return [`Opened once, and not again: ${JSON.stringify(again)}`]
  const { engagement, isNew, journal } = again.open
  const rest = await again.open.checkRest()
  const recovered = [...again.open.recovered, ...(rest ? [rest] : [])]
  const wrong = [
    ...(isNew || engagement.attestations[0]?.by !== by ? ['What was saved after it is not there at the next start'] : []),
    ...(recovered.length === 0
      ? []
      : [`The next start finds it broken again: ${recovered.map(({ detail }) => english.text(detail)).join(' ')}`]),
    ...(isDeepStrictEqual(await journal.lines(), lines) ? [] : ['The journal after it is another one at the next start']),
    ...(open.isNew || previous.ok ? [] : [`The next save keeps no copy: ${english.text(previous.why)}`]),
  ]
  await again.open.close()
  return wrong
}
