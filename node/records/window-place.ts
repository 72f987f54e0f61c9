import * as z from 'zod/mini'
import { type ProfileFile, profileFile } from './profile-file.ts'

const pixels = z.number().check(z.int())

const windowPlace = z.object({
  /** Unmaximized, in device-independent pixels; absent before the first close. */
  bounds: z.exactOptional(z.object({ x: pixels, y: pixels, width: pixels, height: pixels })),
  maximized: z.boolean(),
})

export type WindowPlace = z.infer<typeof windowPlace>

/** Separate from the settings, because it changes with every run. */
export const windowPlaceStore = (file: string): ProfileFile<WindowPlace> =>
  profileFile<WindowPlace>(file, (content) => windowPlace.parse(content), { maximized: false })
