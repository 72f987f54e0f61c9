import * as z from 'zod/mini'
import { withoutMarks } from '#machines/messages/one-line.ts'

/** In bytes; part of every report. */
export const LARGEST_LOGO = 256 * 1024

export const LONGEST_ORGANIZATION = 80

/** Base64 data address: loads nothing, and can't end its attribute. */
const logo = z.string().check(z.maxLength(LARGEST_LOGO * 2), z.regex(/^data:image\/(?:png|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}$/))

const name = z.string().check(z.maxLength(LONGEST_ORGANIZATION))

/** Also in reports, whose digest is over their own writing. */
export const brand = z.strictObject({ name, logo: z.exactOptional(logo) })
export type Brand = z.infer<typeof brand>

/** A new name, or removal of the logo. Logos come only from files read by the main process. */
export const brandChange = z.union([
  z.strictObject({ name: name.check(z.overwrite(withoutMarks)) }),
  z.strictObject({ logo: z.literal('none') }),
])
export type BrandChange = z.infer<typeof brandChange>
