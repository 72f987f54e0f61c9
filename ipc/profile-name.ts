import * as z from 'zod/mini'

export const profileName = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/))
