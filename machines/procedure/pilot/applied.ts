import { defineMessages, type Message } from '../../messages/message.ts'
import type { PolicyChoices, Protection } from '../choices.ts'
import { geographyOf } from '../geography.ts'
import { parseResourceId } from '../ids.ts'
import { isTypeAllowed } from '../landscape/members.ts'
import { defaultsOf } from '../templates/protections.ts'
import { BUILT_IN, expand, NAMED, named, regionFor, type Template } from '../templates/template.ts'
import { type Pilot, type Place, type Proposal, proposalFor, sharedBy } from './proposal.ts'
import type { PolicyWish } from './wishes.ts'

export interface Target extends Place {
  readonly id: string
  readonly hasChosen: boolean
  readonly protection?: Protection
}

export type Worked = Pick<PolicyChoices, 'resourceGroup' | 'region' | 'vaultName' | 'keyName' | 'policyName'>

export interface Applied {
  readonly id: string
  /** Absent: see `notes`. */
  readonly proposed?: {
    readonly proposal: Proposal
    /** Absent: only protections are proposed. */
    readonly values?: Worked
    readonly isShared: boolean
  }
  readonly notes: readonly Message[]
}

function nameOf(template: Template, what: (typeof NAMED)[number], { about }: Place): string {
  const made = expand(template, template.names[what], about)
  if (made.ok) return made.name
  const builtIn = expand(BUILT_IN, BUILT_IN.names[what], about)
  return builtIn.ok ? builtIn.name : ''
}

const regionOf = ({ template }: Proposal, { geography, region }: Place['about']): string =>
  regionFor(template, geography) ?? (region || (geographyOf(geography)?.regions[0] ?? ''))

function workedOut(proposal: Proposal, target: Place): { readonly values: Worked; readonly isShared: boolean } {
  const { type, geography } = target.about
  const shared = sharedBy(proposal, type, geography)
  if (shared) return { values: shared, isShared: true }
  const { template } = proposal
  const of = (what: (typeof NAMED)[number]) => nameOf(template, what, target)
  return {
    isShared: false,
    values: {
      resourceGroup: of('resourceGroup'),
      vaultName: of('vaultName'),
      keyName: of('keyName'),
      policyName: of('policyName'),
      region: regionOf(proposal, target.about),
    },
  }
}

const messages = defineMessages('pilot', {
  hasChosen: 'Has its own choices, which stay',
  otherTenant: 'Another tenant: choose its subscription and admin there',
  otherGeography: 'Another region: needs its own key and policy',
  typeNotAllowed: 'No policy can hold an environment of type {type}',
  unreadPlace: 'Region not known yet: worked out when you open it',
  onlyProtection: 'Keeps its own choices; only protections are proposed',
  notCarried: 'Not carried over: {values}',
  workspace: 'workspace {name}',
  tag: 'tag {name}',
  hsmStays: 'The Managed HSM isn’t proposed: choose it there',
  vaultTwice: 'Another environment has this key vault name: change one',
})

/** Pilot values that another tenant doesn't get: shown here, never at the other tenant. */
function notCarried({ policy, protection }: Pilot, { template }: Proposal): readonly Message[] {
  const { auditLog, mail = [] } = protection ?? {}
  const tags = (policy.tags ?? []).filter(({ name }) => !template.tags?.some((each) => each.name === name))
  const values = [
    ...(auditLog === undefined ? [] : [messages.workspace({ name: parseResourceId(auditLog)?.name ?? auditLog })]),
    ...mail,
    ...tags.map(({ name }) => messages.tag({ name })),
  ]
  return values.length > 0 ? [messages.notCarried({ values })] : []
}

/** For an environment with its own choices: proposes protections only. */
function protectionsOnly(pilot: Pilot, { id, protection }: Target, proposal: Proposal): Applied {
  if (defaultsOf(protection) || !proposal.template.protection) return { id, notes: [messages.hasChosen] }
  const { shared: _, administratorObjectId: _administrator, administratorIsGroup: _group, keyIsImported: _imported, ...rest } = proposal
  const isHere = rest.subscriptionId !== undefined
  return {
    id,
    proposed: { proposal: { ...rest, onlyProtection: true }, isShared: false },
    notes: [messages.onlyProtection, ...(isHere ? [] : notCarried(pilot, proposal))],
  }
}

function notesOn(pilot: Pilot, { about }: Target, proposal: Proposal, isShared: boolean): readonly Message[] {
  const isHere = proposal.subscriptionId !== undefined
  const broken = isShared ? undefined : NAMED.map((what) => named(proposal.template, what, about)).find((each) => !each.ok)
  return [
    ...(broken && !broken.ok ? [broken.why] : []),
    ...(about.geography === '' ? [messages.unreadPlace] : []),
    ...(isTypeAllowed(about.type) ? [] : [messages.typeNotAllowed({ type: about.type })]),
    ...(isHere ? [] : [messages.otherTenant, ...notCarried(pilot, proposal)]),
    ...(isHere && proposal.shared && !isShared && about.geography !== '' ? [messages.otherGeography] : []),
    ...(pilot.policy.keyStore && !isShared ? [messages.hsmStays] : []),
  ]
}

/**
 * Result of a pilot's choices for several environments. Writes and chooses nothing.
 * @param template in use @param at milliseconds since 1970-01-01T00:00:00Z
 */
export function apply(
  pilot: Pilot,
  targets: readonly Target[],
  wish: PolicyWish,
  template: Template | undefined,
  at: number,
): readonly Applied[] {
  const all = targets.map((target): Applied => {
    const proposal = proposalFor(pilot, target, wish, template, at)
    if (target.hasChosen) return protectionsOnly(pilot, target, proposal)
    const { values, isShared } = workedOut(proposal, target)
    return { id: target.id, proposed: { proposal, values, isShared }, notes: notesOn(pilot, target, proposal, isShared) }
  })
  const newVault = ({ proposed }: Applied) => (proposed?.isShared ? undefined : proposed?.values?.vaultName.toLowerCase())
  const names = all.flatMap((each) => newVault(each) ?? [])
  // Key vault names are unique in all of Azure.
  const isTwice = (name: string | undefined): boolean =>
    name !== undefined &&
    (names.filter((each) => each === name).length > 1 || (!pilot.policy.keyStore && pilot.policy.vaultName.toLowerCase() === name))
  return all.map((each) => (isTwice(newVault(each)) ? { ...each, notes: [messages.vaultTwice, ...each.notes] } : each))
}
