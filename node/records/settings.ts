import * as z from 'zod/mini'
import { LANGUAGE_CHOICES } from '#messages/languages.ts'
import { DEFAULT_SETTINGS, type Settings, TEXT_SIZES, THEMES } from '#messages/settings.ts'
import { type ProfileFile, profileFile } from './profile-file.ts'

/** Missing members have defaults; unknown ones are dropped. */
const settings = z.object({
  language: z.enum(LANGUAGE_CHOICES),
  theme: z._default(z.enum(THEMES), DEFAULT_SETTINGS.theme),
  textSize: z._default(z.literal(TEXT_SIZES), DEFAULT_SETTINGS.textSize),
  notifications: z._default(z.boolean(), DEFAULT_SETTINGS.notifications),
})

export const settingsStore = (file: string): ProfileFile<Settings> =>
  profileFile(file, (content) => settings.parse(content), DEFAULT_SETTINGS)
