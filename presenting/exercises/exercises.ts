import type { ExercisesView } from '../../ipc/exercises.ts'
import { type DisplayText, defineMessages } from '../../machines/messages/message.ts'
import type { Formatter } from '../../messages/formatter.ts'
import { practiceCases } from '../../practice/gallery.ts'
import type { PracticeTenant } from '../../practice/tenant.ts'
import type { Backstage } from '../backstage.ts'
import type { Started } from '../staging.ts'
import type { Walked } from '../walk/walk.ts'
import { holds } from './conditions.ts'
import { type Exercise, readExercise, wordsIn } from './exercise.ts'
import { classSheet } from './sheet.ts'
import { SHIPPED } from './shipped.ts'

/** The class's window, as far as exercises need it. */
export type Exercising = Walked & { readonly view: () => ReturnType<Walked['view']> & { readonly language?: string } }

/** The exercises of this app, and the one that is under way. What is solved is kept while the app runs. */
export interface Exercises {
  /** All of them, and what is under way, as observed now. */
  read(wizard: Exercising): ExercisesView
  /** Opens the case of an exercise where it starts. */
  start(wizard: Exercising, name: string): Promise<Started>
  /** Takes in one that a trainer wrote, in place of one of its name. @param text JSON @returns why it’s none */
  open(text: string): { readonly ok: true } | { readonly ok: false; readonly why: DisplayText }
  /** All of them on a page to print, with a line for each name. */
  sheet(formatter: Formatter): { readonly name: string; readonly content: string }
}

const messages = defineMessages('exercise', {
  unknown: 'There’s no such exercise.',
})

/** @param ofClass those of a class alone, in its order, in place of all that come with the app */
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

  /** Left with its case: another one, or the same anew, isn't the exercise. */
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
