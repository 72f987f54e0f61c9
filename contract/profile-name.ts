import * as z from 'zod/mini'

/** Valid as a folder on every system and as a command-line word. */
export const profileName = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/))
