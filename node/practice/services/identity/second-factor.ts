import * as z from 'zod'
import { parsedJson } from '#machines/parsed-json.ts'
import { ServiceRefusal } from '../../service.ts'

/** Authentication context that Azure asks for before people change anything. Source: the command line's own text, Azure/azure-cli #31699. */
export const SECOND_FACTOR = 'p1'

/** What Resource Manager sends with its refusal. */
export const SECOND_FACTOR_CLAIMS = JSON.stringify({ access_token: { acrs: { essential: true, values: [SECOND_FACTOR] } } })

const requested = z.object({
  access_token: z
    .object({ acrs: z.object({ value: z.string().optional(), values: z.array(z.string()).optional() }).optional() })
    .optional(),
})

/** Authentication contexts that a request asks for. @param claims its parameter of that name */
export function contextsIn(claims: string | null | undefined): readonly string[] {
  const { value, values = [] } = requested.safeParse(parsedJson(claims ?? '')).data?.access_token?.acrs ?? {}
  return value === undefined ? values : [value, ...values]
}

/** @param held contexts that the sign-in has shown @throws ServiceRefusal AADSTS50076, which only a person's sign-in answers */
export function requireContexts(wanted: readonly string[], held: readonly string[], audience: string): void {
  if (wanted.every((each) => held.includes(each))) return
  throw new ServiceRefusal(
    400,
    'interaction_required',
    `AADSTS50076: Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '${audience}'.`,
    { detail: { suberror: 'basic_action' } },
  )
}

/** On the sign-in pages, which ask for no real second factor. */
export const factorNote = (contexts: readonly string[]): string =>
  contexts.length === 0 ? '' : '<p>This sign-in asks for a second factor. Nothing is sent to a phone here: signing in confirms it.</p>'
