import * as z from 'zod/mini'

const shown = {
  name: z.string(),
  title: z.string(),
  goal: z.string(),
  /** Of title, goal and hints, BCP 47: an exercise is not always in the window's. */
  lang: z.string(),
  /** Title of its practice case. */
  case: z.string(),
  minutes: z.number(),
  solved: z.boolean(),
}

/** The exercises, and the one that is under way. */
export const exercisesView = z.strictObject({
  exercises: z.readonly(z.array(z.strictObject(shown))),
  underWay: z.exactOptional(z.strictObject({ ...shown, hints: z.readonly(z.array(z.string())) })),
})
export type ExercisesView = z.infer<typeof exercisesView>
