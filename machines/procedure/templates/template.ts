import type { Message } from '../../messages/message.ts'
import { type NameRule, validateKeyName, validatePolicyName, validateResourceGroupName, validateVaultName } from '../steps/policy/names.ts'
import { validateTagName, validateTagValue } from '../tag-rules.ts'
import type { Tag } from '../tags.ts'
import { messages } from './messages.ts'
import type { ProtectionDefaults } from './protections.ts'

/** What a template names, each by the service's own rule. */
export const NAMED = ['resourceGroup', 'vaultName', 'keyName', 'policyName'] as const
export type Named = (typeof NAMED)[number]

/** What a pattern can say without anyone giving it a value. */
export const VARIABLES = ['customer', 'environment', 'type', 'region', 'geography'] as const

/** A value of a variable: for one customer, or for all that have none of their own. */
export interface TemplateValue {
  /** Absent: for all customers. */
  readonly tenantId?: string
  readonly variable: string
  readonly value: string
}

/** What step 3 and the protection of the key propose for an environment that has nothing yet. */
export interface Template {
  readonly name: string
  /** For example `kv-{customer:8}-{environment}`. */
  readonly names: Readonly<Record<Named, string>>
  readonly keySize: 2048 | 3072
  /** Of what the wizard creates; a value is a pattern. */
  readonly tags?: readonly Tag[]
  /** What keeps the key from being lost: proposed where the key is protected. */
  readonly protection?: ProtectionDefaults
  /** Instead of the environment's own region, by geography. */
  readonly regions: readonly { readonly geography: string; readonly region: string }[]
  readonly values: readonly TemplateValue[]
}

/** The names that are proposed where there is no template. */
export const BUILT_IN: Omit<Template, 'name'> = {
  names: {
    resourceGroup: 'rg-{environment}-cmk',
    vaultName: 'kv-{environment:16}-cmk',
    keyName: 'cmk-{environment}',
    policyName: 'cmk-{environment}',
  },
  keySize: 3072,
  regions: [],
  values: [],
}

/** What is known of an environment that names are made for. */
export interface About {
  readonly tenantId: string
  readonly customer: string
  readonly environment: string
  /** As the service names it, for example `Production`. */
  readonly type: string
  readonly region: string
  readonly geography: string
}

/** A word that each of the services takes in a name: lower-case letters, digits and single hyphens. Letters lose their accents. */
export const wordOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')

const PART = /\{([a-z][a-z0-9]*)(?::(\d{1,2}))?\}/gi

const sameWord = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** A customer's own value first, then the one for all, then what is known of the environment. */
function valueFor({ values }: Pick<Template, 'values'>, variable: string, about: About): string | undefined {
  const given = values.filter((each) => each.value !== '' && sameWord(each.variable, variable))
  const own = given.find(({ tenantId }) => tenantId !== undefined && sameWord(tenantId, about.tenantId))
  const found = own ?? given.find(({ tenantId }) => tenantId === undefined)
  if (found) return found.value
  const known = VARIABLES.find((each) => sameWord(each, variable))
  return known === undefined ? undefined : wordOf(about[known])
}

export type Expanded = { readonly ok: true; readonly name: string } | { readonly ok: false; readonly why: Message }

/** The name that a pattern gives; each value as a word, cut where the pattern says how long it may be. */
export function expand(template: Pick<Template, 'values'>, pattern: string, about: About): Expanded {
  let unknown: string | undefined
  const name = pattern.replaceAll(PART, (_part, variable: string, longest: string | undefined) => {
    const value = valueFor(template, variable, about)
    if (value === undefined) unknown ??= variable
    return longest === undefined ? (value ?? '') : (value ?? '').slice(0, Number(longest)).replace(/-+$/, '')
  })
  if (unknown !== undefined) return { ok: false, why: messages.unknownVariable({ variable: unknown }) }
  if (/[{}]/.test(name)) return { ok: false, why: messages.brace }
  return { ok: true, name }
}

const RULES: Readonly<Record<Named, NameRule>> = {
  resourceGroup: validateResourceGroupName,
  vaultName: validateVaultName,
  keyName: validateKeyName,
  policyName: validatePolicyName,
}

/** The name for an environment, held against the service's own rule. */
export function named(template: Template, what: Named, about: About): Expanded {
  const expanded = expand(template, template.names[what], about)
  if (!expanded.ok) return expanded
  const broken = RULES[what](expanded.name)
  return broken ? { ok: false, why: broken } : expanded
}

/** A tag's value for an environment, held against Azure's rules. */
export function tagged(template: Template, { name, value }: Tag, about: About): Expanded {
  const expanded = expand(template, value, about)
  if (!expanded.ok) return expanded
  const broken = validateTagName(name) ?? validateTagValue(expanded.name)
  return broken ? { ok: false, why: broken } : expanded
}

/** The tags for an environment. One whose variable has no value for the customer is left out: an empty one would be taken for an answer. */
export function tagsFor(template: Template, about: About): readonly Tag[] {
  return (template.tags ?? []).flatMap((tag) => {
    const given = tagged(template, tag, about)
    return given.ok ? [{ name: tag.name, value: given.name }] : []
  })
}

/** The region for a geography; nothing where the template leaves it to the environment. */
export const regionFor = ({ regions }: Template, geography: string): string | undefined =>
  regions.find((each) => sameWord(each.geography, geography))?.region

/** The first variable in a template's patterns that has no value for anyone. */
export function unknownVariable({ names, values, tags = [] }: Template): string | undefined {
  const known = [...VARIABLES, ...values.filter(({ value }) => value !== '').map(({ variable }) => variable)]
  const patterns = [...NAMED.map((what) => names[what]), ...tags.map(({ value }) => value)]
  return patterns
    .flatMap((pattern) => [...pattern.matchAll(PART)].map(([, variable = '']) => variable))
    .find((variable) => !known.some((each) => sameWord(each, variable)))
}
