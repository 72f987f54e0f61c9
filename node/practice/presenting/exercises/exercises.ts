import type { ExercisesView } from '#contract/exercises.ts'
import { type DisplayText, defineMessages } from '#machines/messages/message.ts'
import type { Formatter } from '#messages/formatter.ts'
import { practiceCases } from '../../gallery.ts'
import type { PracticeTenant } from '../../tenant.ts'
import type { Backstage } from '../backstage.ts'
import type { Started } from '../staging.ts'
import type { Walked } from '../walk/walk.ts'
import { holds } from './conditions.ts'
import { type Exercise, readExercise, wordsIn } from './exercise.ts'
import { classSheet } from './sheet.ts'
import { SHIPPED } from './shipped.ts'

export type Exercising = Walked & { readonly view: () => ReturnType<Walked['view']> & { readonly language?: string } }

/** Exercises and the current one. Solved ones are remembered while the app runs. */
export interface Exercises {
  read(wizard: Exercising): ExercisesView
  start(wizard: Exercising, name: string): Promise<Started>
  /** Adds a custom exercise, replacing one of its name. @param text JSON @returns why it is invalid */
  open(text: string): { readonly ok: true } | { readonly ok: false; readonly why: DisplayText }
  sheet(formatter: Formatter): { readonly name: string; readonly content: string }
}

const messages = defineMessages('exercise', {
  unknown: 'There’s no such exercise.',
})

/** @param ofClass replaces the bundled exercises, in order */
export function createExercises(backstage: Pick<Backstage, 'staging' | 'tenant'>, ofClass: readonly Exercise[] = SHIPPED): Exercises {
  const all = new Map(ofClass.map((each) => [each.name, each]))
  const solved = new Set<string>()
  let underWay: { readonly exercise: Exercise; readonly tenant: PracticeTenant } | undefined

  const isSolved = (wizard: Exercising, { exercise, tenant }: NonNullable<typeof underWay>): boolean => {
    const { scenario } = tenant
    const { objectId: account } = tenant.account(scenario.person)
    const observed = { view: wizard.view(), state: tenant.inspect(), environmentId: scenario.environmentId, account }
    return exercise.solvedWhen.every((condition) => holds(condition, observed))
  }

  /** Ends with its case: another or restarted case isn't the exercise. */
  const current = (wizard: Exercising) =>
    underWay?.tenant === backstage.tenant() && wizard.view().practice !== undefined ? underWay : undefined

  return {
    read(wizard) {
      const language = wizard.view().language ?? 'en'
      underWay = current(wizard)
      if (underWay && !solved.has(underWay.exercise.name) && isSolved(wizard, underWay)) solved.add(underWay.exercise.name)
      const shown = (exercise: Exercise) => {
        const { title, goal, lang } = wordsIn(exercise, language)
        const of = practiceCases.find(({ name }) => name === exercise.case)
        const { name, minutes } = exercise
        return { name, minutes, title, goal, lang, case: of ? wizard.text(of.title) : exercise.case, solved: solved.has(name) }
      }
      return {
        exercises: [...all.values()].map(shown),
        ...(underWay ? { underWay: { ...shown(underWay.exercise), hints: [...wordsIn(underWay.exercise, language).hints] } } : {}),
      }
    },
    async start(wizard, name) {
      const exercise = all.get(name)
      if (!exercise) return { ok: false, why: messages.unknown }
      const started = await backstage.staging.start(wizard, exercise.case, exercise.startAt)
      const tenant = backstage.tenant()
      if (!started.ok || tenant === undefined) return started
      solved.delete(name)
      underWay = { exercise, tenant }
      return started
    },
    open(text) {
      const read = readExercise(text)
      if (!read.ok) return read
      all.set(read.exercise.name, read.exercise)
      solved.delete(read.exercise.name)
      return { ok: true }
    },
    sheet: (formatter) => classSheet([...all.values()], formatter),
  }
}
