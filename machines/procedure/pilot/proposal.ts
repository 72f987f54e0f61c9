import { defined } from '../../defined.ts'
import type { PolicyChoices, Protection } from '../choices.ts'
import { sameId } from '../ids.ts'
import { mayShare } from '../landscape/members.ts'
import { defaultsOf } from '../templates/protections.ts'
import { type About, BUILT_IN, expand, NAMED, type Named, type Template, wordOf } from '../templates/template.ts'
import type { PolicyWish } from './wishes.ts'

/** An environment before it is opened; unknown values are empty. */
export interface Place {
  readonly about: About
  /** Cloud ID; clouds share nothing. */
  readonly cloud: string
}

export interface Pilot extends Place {
  readonly name: string
  readonly policy: PolicyChoices
  readonly protection?: Protection
}

/** Proposal for step 3 and protections of another environment. A person still decides there. */
export interface Proposal {
  readonly from: string
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  /** Produces names, size, tags, region and protections once the environment is read. */
  readonly template: Template
  readonly keyIsImported?: true
  /** The environment keeps its own choices: only protections are proposed. */
  readonly onlyProtection?: true
  /** Like everything below: only within the pilot's tenant. */
  readonly subscriptionId?: string
  readonly administratorObjectId?: string
  readonly administratorIsGroup?: true
  readonly auditLog?: string
  readonly mail?: readonly string[]
  /** The pilot's key and policy, if the policy can hold the environment. */
  readonly shared?: { readonly policy: PolicyChoices; readonly geography: string }
}

const sameTenant = (a: Place, b: Place): boolean => sameId(a.about.tenantId, b.about.tenantId) && a.cloud === b.cloud

/** Shorter words occur in names by chance. */
const SHORTEST_PART = 5

const WORDS = ['environment', 'customer', 'region'] as const

interface Part {
  readonly variable: (typeof WORDS)[number]
  readonly length: number
  readonly isWhole: boolean
  readonly where: RegExp
}

/** Longest part of a word that occurs in a name separately. */
function partIn(name: string, variable: Part['variable'], about: About): Part | undefined {
  const word = wordOf(about[variable])
  for (let length = word.length; length >= Math.min(SHORTEST_PART, word.length) && length > 0; length -= 1) {
    const part = word.slice(0, length).replace(/-+$/, '')
    const where = new RegExp(`(?<![a-z0-9{}:])${part}(?![a-z0-9{}:])`, 'i')
    if (where.test(name)) return { variable, length, isWhole: length === word.length, where }
  }
  return undefined
}

/** A name as a pattern, with the environment's words (possibly truncated) as variables, longest first. */
export function patternOf(name: string, about: About): string {
  let pattern = name
  const left = new Set<Part['variable']>(WORDS)
  for (;;) {
    const [longest] = [...left].flatMap((variable) => partIn(pattern, variable, about) ?? []).sort((a, b) => b.length - a.length)
    if (!longest) return pattern
    const { variable, length, isWhole, where } = longest
    left.delete(variable)
    pattern = pattern.replace(where, isWhole ? `{${variable}}` : `{${variable}:${length}}`)
  }
}

const saysWhose = (pattern: string): boolean => /\{(environment|customer)\b/.test(pattern)

/** The template's pattern if it made the name; otherwise the derived one, unless another customer would get a name of this customer's. */
function patternFor(what: Named, pilot: Pilot, base: Omit<Template, 'name'>, isHere: boolean): string {
  const own = base.names[what]
  const expanded = expand(base, own, pilot.about)
  if (expanded.ok && expanded.name.toLowerCase() === pilot.policy[what].toLowerCase()) return own
  // A Managed HSM belongs to one customer and has a fixed name.
  if (what === 'vaultName' && pilot.policy.keyStore) return own
  const made = patternOf(pilot.policy[what], pilot.about)
  return isHere || saysWhose(made) ? made : own
}

/** The pilot's region becomes a rule only if it differs from its environment's. */
function regionsOf({ about, policy }: Pilot, base: Omit<Template, 'name'>): Template['regions'] {
  if (about.geography === '') return base.regions
  const others = base.regions.filter(({ geography }) => !sameId(geography, about.geography))
  return sameId(about.region, policy.region) ? others : [...others, { geography: about.geography, region: policy.region }]
}

const administratorIn = ({ administratorObjectId, administratorIsGroup }: PolicyChoices) => ({
  administratorObjectId,
  ...defined({ administratorIsGroup }),
})

/**
 * Proposal for another environment.
 * @param template in use, which may have named the pilot's resources @param at milliseconds since 1970-01-01T00:00:00Z
 */
export function proposalFor(pilot: Pilot, target: Place, wish: PolicyWish, template: Template | undefined, at: number): Proposal {
  const base = template ?? BUILT_IN
  const isHere = sameTenant(pilot, target)
  const { policy, about, name, protection } = pilot
  const tags = template?.tags ?? (isHere ? policy.tags : undefined)
  const [resourceGroup, vaultName, keyName, policyName] = NAMED.map((what) => patternFor(what, pilot, base, isHere))
  const { names } = base
  return {
    from: name,
    at,
    template: {
      name: name.slice(0, 60) || about.environment,
      names: {
        resourceGroup: resourceGroup ?? names.resourceGroup,
        vaultName: vaultName ?? names.vaultName,
        keyName: keyName ?? names.keyName,
        policyName: policyName ?? names.policyName,
      },
      keySize: policy.keySize,
      ...defined({ tags, protection: defaultsOf(protection) ?? base.protection }),
      regions: regionsOf(pilot, base),
      values: base.values.filter(({ tenantId }) => tenantId === undefined || sameId(tenantId, target.about.tenantId)),
    },
    ...defined({ keyIsImported: policy.keyIsImported }),
    ...(isHere ? { subscriptionId: policy.subscriptionId, ...administratorIn(policy) } : {}),
    ...(isHere ? defined({ auditLog: protection?.auditLog, mail: protection?.mail }) : {}),
    ...(isHere && wish === 'same' && about.geography !== '' ? { shared: { policy, geography: about.geography } } : {}),
  }
}

/** The pilot's key and policy, if the policy can hold this type and geography. */
export function sharedBy({ shared }: Proposal, type: string, geography: string): PolicyChoices | undefined {
  if (!shared || geography === '') return undefined
  return mayShare({ type, location: geography }, { location: shared.geography }) ? shared.policy : undefined
}
