import { type DisplayText, defineMessages } from '../../messages/message.ts'
import { inOneLine } from '../../messages/one-line.ts'
import { sameText } from '../../messages/same-text.ts'
import type { Choices } from '../choices.ts'
import { sameId } from '../ids.ts'
import type { Procedure } from '../procedure.ts'
import type { Attestation, LinkId, Owner } from '../step/finding.ts'
import type { Tenant } from '../step/ports.ts'
import { byNeed, placeOfSeverity, type Severity, severityOf } from '../step/severity.ts'
import { initialContext, type WizardContext } from '../wizard/context.ts'
import type { Preflight } from '../wizard/preflight.ts'
import { preflightView } from '../wizard/preflight-view.ts'
import type { MessageView, PreflightView } from '../wizard/view-of-side-pages.ts'

export type FoundIn = Pick<PreflightView, 'findings' | 'owners'>

export interface Checked extends FoundIn {
  readonly tenantId: string
  readonly customer: string
  readonly environmentId: string
  readonly environment: string
}

export interface Advice {
  readonly severity: Severity
  readonly owner: Owner
  readonly remedy: DisplayText
  readonly environments: readonly {
    readonly tenantId: string
    readonly customer: string
    readonly name: string
    readonly title: DisplayText
  }[]
}

export interface ForPerson {
  readonly tenantId: string
  readonly customer: string
  readonly owner: Owner
  readonly count: number
  readonly message: MessageView
}

const messages = defineMessages('many.message', {
  subject:
    '{customer}: {count, plural, one {one action} other {# actions}} required in {environments, plural, one {one environment} other {# environments}}',
  next: '{before}{lineBreak}{lineBreak}{rule}{lineBreak}{lineBreak}{next}',
})

export interface ReadAtOnce {
  readonly procedure: Procedure
  readonly tenant: Tenant
  readonly choices: Choices
  readonly attestations: readonly Attestation[]
  readonly preflight: Preflight
}

/** Context for views and records of a read-only run. */
export function contextOf({ procedure, tenant, choices, attestations, preflight }: ReadAtOnce): WizardContext {
  const initial = initialContext(procedure, { tenant, choices, checkFirst: true })
  const readings = new Map(preflight.readings.map((reading) => [reading.stepId, reading]))
  return {
    ...initial,
    attestations,
    preflight,
    steps: Object.fromEntries(Object.entries(initial.steps).map(([id, record]) => [id, { ...record, reading: readings.get(id) }])),
  }
}

/** @param addressOf portal page of a link */
export function foundIn(read: ReadAtOnce, addressOf: (link: LinkId) => string): FoundIn {
  const { findings, owners } = preflightView(contextOf(read), false, addressOf)
  return { findings, owners }
}

type FoundAt = Checked['findings'][number] & { readonly at: Checked }

/** Same advice for the same person, for any environments. */
const isSameAdvice = (a: FoundAt, b: FoundAt): boolean =>
  a.id === b.id && a.owner === b.owner && severityOf(a) === severityOf(b) && sameText(a.remedy, b.remedy)

/** Advice across customers without duplicates: by severity, person, step. @param order owners in page order */
export function adviceFor(order: readonly Owner[], checked: readonly Checked[]): readonly Advice[] {
  const groups: FoundAt[][] = []
  for (const at of checked)
    for (const finding of at.findings) {
      const found = { ...finding, at }
      const same = groups.find(([first]) => first !== undefined && isSameAdvice(first, found))
      if (same) same.push(found)
      else groups.push([found])
    }
  return groups
    .flatMap((group) => {
      const [first] = group
      return first === undefined ? [] : [{ first, group }]
    })
    .map(({ first, group }) => ({
      place: { severity: placeOfSeverity(first), person: order.indexOf(first.owner), step: first.step },
      advice: {
        severity: severityOf(first),
        owner: first.owner,
        remedy: first.remedy,
        environments: group.map(({ at, title }) => ({ tenantId: at.tenantId, customer: at.customer, name: at.environment, title })),
      },
    }))
    .toSorted((a, b) => byNeed(a.place, b.place))
    .map(({ advice }) => advice)
}

const RULE = '────────'

/** A message per person and customer, never naming two customers. @param order owners in page order */
export const messagesTo = (order: readonly Owner[], checked: readonly Checked[]): readonly ForPerson[] =>
  order.flatMap((owner) =>
    [...new Set(checked.map(({ tenantId }) => tenantId))].flatMap((tenantId) => {
      const own = checked.filter((each) => sameId(each.tenantId, tenantId)).flatMap((each) => ofOwner(each, owner))
      return own.length === 0 ? [] : [forPerson(tenantId, owner, own)]
    }),
  )

type Own = Pick<Checked, 'customer'> & Checked['owners'][number]

const ofOwner = ({ owners, customer }: Checked, owner: Owner): readonly Own[] =>
  owners.flatMap((each) => (each.owner === owner ? [{ customer, ...each }] : []))

function forPerson(tenantId: string, owner: Owner, own: readonly Own[]): ForPerson {
  const [first] = own
  const customer = first?.customer ?? ''
  const count = own.reduce((sum, each) => sum + each.count, 0)
  const bodies = own.map(({ message }) => message.body)
  const body = bodies.reduce((before, next) => messages.next({ before, lineBreak: '\n', rule: RULE, next }))
  const subject = messages.subject({ customer: inOneLine(customer), count, environments: own.length })
  return { tenantId, customer, owner, count, message: own.length === 1 && first ? first.message : { subject, body } }
}
