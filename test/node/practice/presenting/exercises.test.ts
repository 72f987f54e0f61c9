import { describe, expect, it } from 'vitest'
import { OFFERED } from '#messages/languages.ts'
import type { WizardView } from '#messages/view.ts'
import { createKeysHost } from '#node/host/customer-managed-keys.ts'
import { practiceCases } from '#node/practice/gallery.ts'
import { createBackstage } from '#node/practice/presenting/backstage.ts'
import { readExercise } from '#node/practice/presenting/exercises/exercise.ts'
import { createExercises } from '#node/practice/presenting/exercises/exercises.ts'
import { SHIPPED } from '#node/practice/presenting/exercises/shipped.ts'
import { drive } from '#test/driver.ts'
import { english } from '#test/english.ts'
import { START } from '#test/leaping-time.ts'
import { atPace, caseOf } from '#test/practised.ts'

const WALK_TIMEOUT = { timeout: 60_000 }

/** A class's window, and the exercises beside it. */
function classroom() {
  const backstage = createBackstage({ speed: Number.POSITIVE_INFINITY, longest: 0 })
  const host = createKeysHost({
    wall: () => START,
    scenarios: practiceCases,
    openPractice: async (name) => {
      const open = atPace(name, backstage.staging.pace)
      backstage.opened(open.practice)
      return open
    },
  })
  const exercises = createExercises(backstage)
  return { ...drive(host), exercises, underWay: () => exercises.read(host).underWay }
}

type Classroom = ReturnType<typeof classroom>

const reviewing = ({ step }: WizardView): boolean => step?.phase === 'reviewing'

async function choosePolicy(room: Classroom, name: string): Promise<void> {
  const { policy } = caseOf(name).choices
  if (policy === undefined) throw new Error(`${name} has no choices for step 3.`)
  room.decide({ kind: 'choose-policy', policy })
  await room.reviewing()
}

/** How each exercise that comes with the app is solved, by what its hints say. */
const SOLUTIONS: Readonly<Record<string, (room: Classroom) => Promise<void>>> = {
  async 'backup-first'(room) {
    room.host.advancePractice(1)
    room.host.send({ type: 'CHECK_AGAIN' })
    await room.until(({ step }) => step?.phase === 'reading')
    await room.reviewing()
    room.attestAll()
  },
  'without-contributor': (room) => choosePolicy(room, 'reader-only').then(room.attestAll),
  async 'purge-protection'(room) {
    await choosePolicy(room, 'vault-without-purge-protection')
    room.decide({ kind: 'turn-on-purge-protection' })
    await room.until((view) => reviewing(view) && view.can.includes('REVIEW_PLAN'))
    await room.carryOut(24)
    await room.until(({ step }) => step?.proved === true)
  },
  async 'try-again'(room) {
    room.attestAll()
    await room.carryOut(24)
    expect(room.underWay()?.solved, 'the first try fails').toBe(false)
    await room.carryOut(24)
  },
  async 'lock-the-vault'(room) {
    await room.openOperation('protect')
    room.decide({ kind: 'wish-lock', of: 'vault', wanted: true })
    await room.until((view) => reviewing(view) && view.can.includes('REVIEW_PLAN'))
    await room.carryOut(24)
  },
  async 'another-key'(room) {
    await room.openOperation('change')
    const { step } = room.host.view()
    const policies = step?.picture.kind === 'policies' ? step.picture.policies : []
    room.decide({ kind: 'choose-next-policy', policyId: policies[0]?.id ?? '' })
    await room.reviewing()
    room.attestAll()
    await room.carryOut(24)
    if (room.host.view().can.includes('REVIEW_PLAN')) await room.carryOut(24)
  },
}

describe.each(SHIPPED.map(({ name, ...exercise }) => ({ name, ...exercise })))('the exercise $name', ({ name, texts }) => {
  it('has a goal and three hints in every language', () => {
    expect(Object.keys(texts).toSorted()).toEqual([...OFFERED].toSorted())
  })

  it('is not solved by starting it, nor by letting time pass', WALK_TIMEOUT, async () => {
    const { host, exercises, underWay } = classroom()
    expect(await exercises.start(host, name)).toEqual({ ok: true })
    expect(underWay()).toMatchObject({ name, solved: false })
    host.advancePractice(24)
    expect(underWay()?.solved).toBe(false)
    await host.stop()
  })

  it('is solved by what its hints say', WALK_TIMEOUT, async () => {
    const room = classroom()
    await room.exercises.start(room.host, name)
    await SOLUTIONS[name]?.(room)
    expect(room.underWay()).toMatchObject({ name, solved: true })
    expect(
      room.exercises
        .read(room.host)
        .exercises.filter(({ solved }) => solved)
        .map((each) => each.name),
    ).toEqual([name])
    await room.host.stop()
  })
})

it('is over when its case is left', WALK_TIMEOUT, async () => {
  const { host, exercises, until, underWay } = classroom()
  await exercises.start(host, 'without-contributor')
  host.send({ type: 'CLOSE_TENANT' })
  await until(({ page }) => page === 'start')
  expect(underWay()).toBeUndefined()
  expect((await exercises.start(host, 'no-such')).ok).toBe(false)
})

const OWN = {
  format: 1,
  name: 'my-own',
  case: 'no-reader',
  startAt: 'step-3',
  minutes: 5,
  texts: { de: { title: 'Mein <Titel>', goal: 'Ziel', hints: ['a', 'b', 'c'] } },
  solvedWhen: [{ is: 'role-held', role: 'Reader' }],
}

describe('an exercise of a trainer’s own', () => {
  it('is listed with the others, in the language that it has', () => {
    const { host, exercises } = classroom()
    expect(exercises.open(JSON.stringify(OWN))).toEqual({ ok: true })
    expect(exercises.read(host).exercises).toContainEqual(expect.objectContaining({ name: 'my-own', title: 'Mein <Titel>', lang: 'de' }))
  })

  it('is the only one where a class has only that', () => {
    const read = readExercise(JSON.stringify(OWN))
    if (!read.ok) throw new Error('It is none.')
    const exercises = createExercises(createBackstage({ speed: 1, longest: 0 }), [read.exercise])
    expect(exercises.read(classroom().host).exercises.map(({ name }) => name)).toEqual(['my-own'])
    expect(exercises.sheet(english).content).toContain('<td lang="de" dir="auto">Mein &lt;Titel&gt;</td>')
  })

  it.each([
    ['no JSON', 'text', /isn’t JSON/],
    ['a field too few', { ...OWN, minutes: undefined }, /lacks “minutes”/],
    ['a field too many', { ...OWN, more: 1 }, /doesn’t exist: “more”/],
    ['two hints', { ...OWN, texts: { en: { title: 't', goal: 'g', hints: ['a', 'b'] } } }, /“texts\.en\.hints/],
    ['a condition that there isn’t', { ...OWN, solvedWhen: [{ is: 'magic' }] }, /“solvedWhen\.0\.is” must be one of: step-passed, /],
    ['a condition without its value', { ...OWN, solvedWhen: [{ is: 'role-held' }] }, /lacks “solvedWhen\.0\.role”/],
    ['a case that there isn’t', { ...OWN, case: 'magic' }, /“case” names no practice case: “magic”/],
    ['a stage that there isn’t', { ...OWN, startAt: 'step-9' }, /“startAt” must be one of: prepare, check, /],
    ['a stage its case doesn’t come to', { ...OWN, startAt: 'done' }, /“no-reader” can’t be started at “done”/],
  ])('with %s is refused by the name of its field', (_what, file, why) => {
    const read = readExercise(typeof file === 'string' ? file : JSON.stringify(file))
    expect(read.ok ? '' : english.text(read.why)).toMatch(why)
  })
})

it('prints a class sheet with every exercise and a box for each name, in which nothing is code', () => {
  const { exercises } = classroom()
  exercises.open(JSON.stringify(OWN))
  const { name, content } = exercises.sheet(english)
  expect(name).toBe('class-sheet.html')
  for (const { texts } of SHIPPED) expect(content).toContain(texts['en']?.title)
  expect(content).toContain('Mein &lt;Titel&gt;')
  expect(content.match(/class="box"><\/td>/g)).toHaveLength(16 * (SHIPPED.length + 1))
})
