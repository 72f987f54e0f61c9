import { type DisplayText, defineMessages } from '../../messages/message.ts'
import { inOneLine } from '../../messages/one-line.ts'
import type { Choices } from '../choices.ts'
import type { Procedure } from '../procedure.ts'
import type { Attestation, LinkId, Owner } from '../step/finding.ts'
import type { Tenant } from '../step/ports.ts'
import { initialContext, type WizardContext } from '../wizard/context.ts'
import type { Preflight } from '../wizard/preflight.ts'
import { preflightView } from '../wizard/preflight-view.ts'
import type { MessageView, PreflightView } from '../wizard/view-of-side-pages.ts'

/** An environment with what its check found, by who can put it right. */
export interface Checked {
  readonly tenantId: string
  readonly customer: string
  readonly environmentId: string
  readonly environment: string
  readonly groups: PreflightView['groups']
}

/** What one person of one customer can resolve, with one message for all of it. */
export interface ForPerson {
  readonly tenantId: string
  readonly customer: string
  readonly environments: readonly { readonly id: string; readonly name: string; readonly findings: readonly DisplayText[] }[]
  readonly message: MessageView
}

/** What is found across customers, by who can put it right. */
export interface ByOwner {
  readonly owner: Owner
  readonly people: readonly ForPerson[]
}

const messages = defineMessages({
  subject: {
    id: 'many.message.subject',
    defaultMessage:
      '{customer}: {count, plural, one {one action} other {# actions}} required in {environments, plural, one {one environment} other {# environments}}',
  },
  next: { id: 'many.message.next', defaultMessage: '{before}{lineBreak}{lineBreak}{rule}{lineBreak}{lineBreak}{next}' },
})

/** What is known of an environment when all of its steps were read at once. */
export interface ReadAtOnce {
  readonly procedure: Procedure
  readonly tenant: Tenant
  readonly choices: Choices
  readonly attestations: readonly Attestation[]
  readonly preflight: Preflight
}

/** The context of a sequence that has read everything and done nothing: what views and records are made of. */
export function contextOf({ procedure, tenant, choices, attestations, preflight }: ReadAtOnce): WizardContext {
  const initial = initialContext(procedure)
  const readings = new Map(preflight.readings.map((reading) => [reading.stepId, reading]))
  return {
    ...initial,
    ...{ tenant, choices, attestations, preflight, missingCount: 0 },
    steps: Object.fromEntries(Object.entries(initial.steps).map(([id, record]) => [id, { ...record, reading: readings.get(id) }])),
  }
}

/** @param addressOf of the page in a portal behind a link */
export const foundIn = (read: ReadAtOnce, addressOf: (link: LinkId) => string): PreflightView['groups'] =>
  preflightView(contextOf(read), false, addressOf).groups

/** Parts a message about one environment from the next. */
const RULE = '────────'

/**
 * What was found, by who can put it right, and there by customer: a person gets one message, and no message names two customers.
 * @param order the owners as a page lists them
 */
export function byOwner(order: readonly Owner[], checked: readonly Checked[]): readonly ByOwner[] {
  return order.flatMap((owner) => {
    const tenants = [...new Set(checked.map(({ tenantId }) => tenantId))]
    const people = tenants.flatMap((tenantId) => {
      const own = checked.filter((each) => each.tenantId === tenantId).flatMap((each) => ofOwner(each, owner))
      return own.length === 0 ? [] : [forPerson(tenantId, own)]
    })
    return people.length === 0 ? [] : [{ owner, people }]
  })
}

type Own = Pick<Checked, 'customer' | 'environmentId' | 'environment'> & Checked['groups'][number]

const ofOwner = ({ groups, ...of }: Checked, owner: Owner): readonly Own[] =>
  groups.flatMap((group) => (group.owner === owner ? [{ ...of, ...group }] : []))

function forPerson(tenantId: string, own: readonly Own[]): ForPerson {
  const [first] = own
  const customer = first?.customer ?? ''
  const count = own.reduce((sum, { findings }) => sum + findings.length, 0)
  const bodies = own.map(({ message }) => message.body)
  const body = bodies.reduce((before, next) => messages.next({ before, lineBreak: '\n', rule: RULE, next }))
  const subject = messages.subject({ customer: inOneLine(customer), count, environments: own.length })
  return {
    ...{ tenantId, customer },
    environments: own.map(({ environmentId, environment, findings }) => ({
      ...{ id: environmentId, name: environment },
      findings: findings.map(({ title }) => title),
    })),
    message: own.length === 1 && first ? first.message : { subject, body },
  }
}
