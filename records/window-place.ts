import * as z from 'zod/mini'
import { type ProfileFile, profileFile } from './profile-file.ts'

const pixels = z.number().check(z.int())

const windowPlace = z.object({
  /** As it's without being maximized, in device-independent pixels; absent before the window was ever closed. */
  bounds: z.exactOptional(z.object({ x: pixels, y: pixels, width: pixels, height: pixels })),
  maximized: z.boolean(),
})

/** Where the window was when it was last closed. */
export type WindowPlace = z.infer<typeof windowPlace>

/** Beside the settings, in a file of its own: it changes with every run, and not by a person's choice. */
export const windowPlaceStore = (file: string): ProfileFile<WindowPlace> =>
  profileFile<WindowPlace>(file, (content) => windowPlace.parse(content), { maximized: false })
