import * as z from 'zod/mini'

const shown = {
  name: z.string(),
  title: z.string(),
  goal: z.string(),
  /** Language of the texts, BCP 47, possibly not the window's. */
  lang: z.string(),
  case: z.string(),
  minutes: z.number(),
  solved: z.boolean(),
}

export const exercisesView = z.strictObject({
  exercises: z.readonly(z.array(z.strictObject(shown))),
  underWay: z.exactOptional(z.strictObject({ ...shown, hints: z.readonly(z.array(z.string())) })),
})
export type ExercisesView = z.infer<typeof exercisesView>
