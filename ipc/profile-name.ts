import * as z from 'zod/mini'

/** Of a window with sign-ins, records and settings of its own: a folder on every system, and a word on every command line. */
export const profileName = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/))
