import * as z from 'zod/mini'

/** Of a logo's file, in bytes: it is part of every report. */
export const LARGEST_LOGO = 256 * 1024

export const LONGEST_ORGANIZATION = 80

/** A picture as a data address, which loads nothing. Base64 alone: nothing in it can end the attribute that holds it. */
const logo = z.string().check(z.maxLength(LARGEST_LOGO * 2), z.regex(/^data:image\/(?:png|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}$/))

const name = z.string().check(z.maxLength(LONGEST_ORGANIZATION))

/** Whose report it is, as their customer sees it. */
export const brand = z.strictObject({ name, logo: z.exactOptional(logo) })
export type Brand = z.infer<typeof brand>

/** A new name, or the logo taken off. A logo comes only from a file that main has read. */
export const brandChange = z.union([z.strictObject({ name }), z.strictObject({ logo: z.literal('none') })])
export type BrandChange = z.infer<typeof brandChange>
