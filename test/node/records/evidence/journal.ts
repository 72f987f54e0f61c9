import { verbatim } from '#machines/messages/message.ts'
import type { Action, Pending } from '#machines/procedure/action.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { reportWords } from '#machines/procedure/report/words.ts'
import { type Line, nextLine } from '#node/records/engagement/journal/chain.ts'
import type { Entry } from '#node/records/engagement/journal/entry.ts'
import { makeReport, type Report } from '#node/records/evidence/report.ts'

export const ABOUT = { procedure: CUSTOMER_MANAGED_KEYS, words: reportWords }
export const AT = Date.parse('2026-11-24T09:00:00Z')
const ada = { objectId: 'a1d4c7e2-3b5f-4a86-9c0d-1e2f3a4b5c6d', userName: 'ada@contoso.example', displayName: 'Ada Marsh' }
const grace = { objectId: 'b1d4c7e2-3b5f-4a86-9c0d-1e2f3a4b5c6d', userName: 'grace@contoso.example', displayName: 'Grace Lin' }
const REGISTER: Action = { kind: 'register-provider', subscriptionId: 's' }
const REGISTERING: Pending = { kind: 'provider-registration', subscriptionId: 's', since: AT }
const description = {
  title: verbatim('Register Microsoft.PowerPlatform in the subscription'),
  resource: verbatim('Microsoft.PowerPlatform'),
  before: verbatim('Not registered'),
  after: verbatim('Registered'),
  undo: verbatim('Yes, while no policy exists'),
  reversible: 'while-unused',
  owner: 'key-vault-administrator',
  usersCutOff: false,
  takes: verbatim('A few minutes'),
} as const
const request = {
  method: 'GET',
  path: '/subscriptions/s/providers/Microsoft.PowerPlatform',
  status: 200,
  correlationId: 'corr-1',
  at: AT + 10,
}

const opened = {
  kind: 'opened',
  content: {
    appVersion: '0.1.0',
    cloud: { id: 'commercial', name: 'Commercial' },
    tenant: { id: 't', name: 'Contoso' },
    environment: { id: 'e', displayName: 'contoso-prod' },
    account: ada,
  },
} as const satisfies Entry

/** A journal in which step 3 is read, changed and proved, with something of every kind that the report tells. */
export const ENTRIES = [
  opened,
  {
    kind: 'reading',
    content: {
      step: 'policy',
      readAt: AT + 20,
      account: ada,
      findings: [
        {
          key: 'provider-registered',
          id: 'F-301',
          status: 'fail',
          title: verbatim('Not registered'),
          seen: verbatim('NotRegistered'),
          evidence: [0],
        },
      ],
      plan: [],
      requests: [request],
    },
  },
  {
    kind: 'confirmed',
    content: { step: 'policy', by: ada.userName, plan: [], typedName: 'contoso-prod', maintenanceWindow: 'Saturday night' },
  },
  {
    kind: 'apply-started',
    content: { step: 'policy', attempt: 1, action: REGISTER, description },
  },
  {
    kind: 'refused',
    content: {
      started: 4,
      refusal: { reason: 'busy', request: 'POST /register', status: 409, code: 'Busy', message: 'Later' },
      requests: [],
    },
  },
  {
    kind: 'apply-started',
    content: { step: 'policy', attempt: 2, action: REGISTER, description },
  },
  {
    kind: 'applied',
    content: {
      started: 6,
      receipt: { kind: 'register-provider', title: description.title, resourceId: '/subscriptions/s', at: AT + 70, written: true },
      requests: [{ ...request, method: 'POST', correlationId: 'corr-2' }],
    },
  },
  {
    kind: 'reading',
    content: {
      step: 'policy',
      readAt: AT + 90,
      account: grace,
      findings: [
        {
          key: 'provider-registered',
          id: 'F-301',
          status: 'pass',
          title: verbatim('Registered'),
          seen: verbatim('Registered'),
          evidence: [0],
        },
      ],
      plan: [],
      requests: [{ ...request, correlationId: 'corr-3' }],
    },
  },
  { kind: 'proved', content: { step: 'policy', reading: 8, by: grace.userName } },
  { kind: 'attested', content: { key: 'licences-in-place', title: verbatim('Do the users have the licences?'), by: grace.userName } },
  {
    kind: 'gap-acknowledged',
    content: { key: 'commerce', title: verbatim('Commerce content is not encrypted with your key'), by: grace.userName },
  },
  {
    kind: 'looked',
    content: {
      pending: REGISTERING,
      state: 'running',
      stateWord: verbatim('Registering'),
      requests: [],
    },
  },
  { kind: 'recovered', content: { what: 'write-in-doubt', detail: verbatim('The wizard ended while a change was being written.') } },
] as const satisfies readonly Entry[]

/** @param entries in order, ten milliseconds apart; a newer version has other kinds */
export function linesOf(entries: readonly (Entry | { readonly kind: 'foreseen'; readonly content: Line['content'] })[]): readonly Line[] {
  const lines: Line[] = []
  for (const [index, { kind, content }] of entries.entries())
    lines.push(nextLine(lines.at(-1), kind, content as Line['content'], AT + index * 10))
  return lines
}

export const MADE = { madeAt: AT + 1_000, madeBy: 'ada@contoso.example', app: { name: 'CMK Enablement Wizard', version: '0.1.0' } }

/** A report of an environment that was opened, and of what is on record after that. */
export const reportOf = (entries: readonly Entry[], made: Parameters<typeof makeReport>[2] = MADE): Report =>
  makeReport(CUSTOMER_MANAGED_KEYS, linesOf([ENTRIES[0], ...entries]), made)

/** Hostile text of a service or a person. */
export const HOSTILE = `</script><script>alert(1)</script><img src=x onerror="alert('x')">&"'\u202e`
