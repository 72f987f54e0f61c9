import { present } from '../../present.ts'
import type { PolicyChoices, Protection } from '../choices.ts'
import { sameId } from '../ids.ts'
import { mayShare } from '../landscape/members.ts'
import { defaultsOf } from '../templates/protections.ts'
import { type About, BUILT_IN, expand, NAMED, type Named, type Template, wordOf } from '../templates/template.ts'
import type { PolicyWish } from './wishes.ts'

/** An environment, as far as it is known before it is opened. What isn't known is empty. */
export interface Place {
  readonly about: About
  /** ID of its cloud: two of them share nothing. */
  readonly cloud: string
}

/** The environment whose choices are proposed for others. */
export interface Pilot extends Place {
  /** Its name, for the person. */
  readonly name: string
  readonly policy: PolicyChoices
  /** How its key is protected, as far as a person chose it. */
  readonly protection?: Protection
}

/** What step 3 of another environment proposes, and the protection of its key. It is no choice: a person still makes it there. */
export interface Proposal {
  /** Name of the pilot. */
  readonly from: string
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  /** By which names, size, tags, region and protections are worked out once the environment is read. */
  readonly template: Template
  readonly keyIsImported?: true
  /** The environment has choices of its own, which stay: only how its key is protected is proposed. */
  readonly onlyProtection?: true
  /** In the pilot's tenant alone, like everything below. */
  readonly subscriptionId?: string
  readonly administratorObjectId?: string
  /** That is a group: it goes nowhere without the ID. */
  readonly administratorIsGroup?: true
  /** Azure resource ID of the workspace that keeps the audit log. */
  readonly auditLog?: string
  /** Who gets mail before the key expires. */
  readonly mail?: readonly string[]
  /** The pilot's key and policy, for an environment that the policy can hold. */
  readonly shared?: { readonly policy: PolicyChoices; readonly geography: string }
}

const sameTenant = (a: Place, b: Place): boolean => sameId(a.about.tenantId, b.about.tenantId) && a.cloud === b.cloud

/** Shorter, a word stands in a name by chance. */
const SHORTEST_PART = 5

const WORDS = ['environment', 'customer', 'region'] as const

interface Part {
  readonly variable: (typeof WORDS)[number]
  readonly length: number
  readonly isWhole: boolean
  readonly where: RegExp
}

/** The longest part of a word that stands in a name by itself. */
function partIn(name: string, variable: Part['variable'], about: About): Part | undefined {
  const word = wordOf(about[variable])
  for (let length = word.length; length >= Math.min(SHORTEST_PART, word.length) && length > 0; length -= 1) {
    const part = word.slice(0, length).replace(/-+$/, '')
    const where = new RegExp(`(?<![a-z0-9{}:])${part}(?![a-z0-9{}:])`, 'i')
    if (where.test(name)) return { variable, length, isWhole: length === word.length, where }
  }
  return undefined
}

/** What a name is made of, as a pattern: the words of its environment as variables, the longest first. A word may stand cut in it. */
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

/** The template's own pattern where it made the name; else what the name is made of, as long as no other customer gets a name of this one. */
function patternFor(what: Named, pilot: Pilot, base: Omit<Template, 'name'>, isHere: boolean): string {
  const own = base.names[what]
  const expanded = expand(base, own, pilot.about)
  if (expanded.ok && expanded.name.toLowerCase() === pilot.policy[what].toLowerCase()) return own
  // A Managed HSM is of one customer, and of a fixed name.
  if (what === 'vaultName' && pilot.policy.keyStore) return own
  const made = patternOf(pilot.policy[what], pilot.about)
  return isHere || saysWhose(made) ? made : own
}

/** The pilot's region is a rule only where it isn't the environment's own: each has its own otherwise. */
function regionsOf({ about, policy }: Pilot, base: Omit<Template, 'name'>): Template['regions'] {
  if (about.geography === '') return base.regions
  const others = base.regions.filter(({ geography }) => !sameId(geography, about.geography))
  return sameId(about.region, policy.region) ? others : [...others, { geography: about.geography, region: policy.region }]
}

/** Who is to get Reader, with whether that is a group. */
const administratorIn = ({ administratorObjectId, administratorIsGroup }: PolicyChoices) => ({
  administratorObjectId,
  ...present({ administratorIsGroup }),
})

/**
 * What is proposed for another environment after a pilot's choices.
 * @param template in use, by which the pilot may have been named @param at milliseconds since 1970-01-01T00:00:00Z
 */
export function proposalFor(pilot: Pilot, target: Place, wish: PolicyWish, template: Template | undefined, at: number): Proposal {
  const base = template ?? BUILT_IN
  const isHere = sameTenant(pilot, target)
  const { policy, about, name, protection } = pilot
  const tags = template?.tags ?? (isHere ? policy.tags : undefined)
  const [resourceGroup, vaultName, keyName, policyName] = NAMED.map((what) => patternFor(what, pilot, base, isHere))
  const { names } = base
  return {
    ...{ from: name, at },
    template: {
      name: name.slice(0, 60) || about.environment,
      names: {
        resourceGroup: resourceGroup ?? names.resourceGroup,
        vaultName: vaultName ?? names.vaultName,
        keyName: keyName ?? names.keyName,
        policyName: policyName ?? names.policyName,
      },
      keySize: policy.keySize,
      ...present({ tags, protection: defaultsOf(protection) ?? base.protection }),
      regions: regionsOf(pilot, base),
      values: base.values.filter(({ tenantId }) => tenantId === undefined || sameId(tenantId, target.about.tenantId)),
    },
    ...present({ keyIsImported: policy.keyIsImported }),
    ...(isHere ? { subscriptionId: policy.subscriptionId, ...administratorIn(policy) } : {}),
    ...(isHere ? present({ auditLog: protection?.auditLog, mail: protection?.mail }) : {}),
    ...(isHere && wish === 'same' && about.geography !== '' ? { shared: { policy, geography: about.geography } } : {}),
  }
}

/** The pilot's key and policy, where its policy can hold an environment of this type and geography. */
export function sharedBy({ shared }: Proposal, type: string, geography: string): PolicyChoices | undefined {
  if (!shared || geography === '') return undefined
  return mayShare({ type, location: geography }, { location: shared.geography }) ? shared.policy : undefined
}
