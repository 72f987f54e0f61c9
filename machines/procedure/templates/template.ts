import type { Message } from '../../messages/message.ts'
import { type NameRule, validateKeyName, validatePolicyName, validateResourceGroupName, validateVaultName } from '../steps/policy/names.ts'
import { validateTagName, validateTagValue } from '../tag-rules.ts'
import type { Tag } from '../tags.ts'
import { messages } from './messages.ts'
import type { ProtectionDefaults } from './protections.ts'

/** Names in a template, each with the service's rule. */
export const NAMED = ['resourceGroup', 'vaultName', 'keyName', 'policyName'] as const
export type Named = (typeof NAMED)[number]

export const VARIABLES = ['customer', 'environment', 'type', 'region', 'geography'] as const

/** A variable's value, for one customer or as the default. */
export interface TemplateValue {
  /** Absent: default. */
  readonly tenantId?: string
  readonly variable: string
  readonly value: string
}

/** Proposals for step 3 and protections of a new environment. */
export interface Template {
  readonly name: string
  readonly names: Readonly<Record<Named, string>>
  readonly keySize: 2048 | 3072
  /** For created resources; values are patterns. */
  readonly tags?: readonly Tag[]
  readonly protection?: ProtectionDefaults
  /** Overrides the environment's own region, by geography. */
  readonly regions: readonly { readonly geography: string; readonly region: string }[]
  readonly values: readonly TemplateValue[]
}

/** Names without a template. */
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

export interface About {
  readonly tenantId: string
  readonly customer: string
  readonly environment: string
  /** In the service's words, for example `Production`. */
  readonly type: string
  readonly region: string
  readonly geography: string
}

/** A word valid in all services' names: lower-case letters, digits and single hyphens. Strips accents. */
export const wordOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')

const PART = /\{([a-z][a-z0-9]*)(?::(\d{1,2}))?\}/gi

const sameWord = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** The customer's value, then the default, then the environment's. */
function valueFor({ values }: Pick<Template, 'values'>, variable: string, about: About): string | undefined {
  const given = values.filter((each) => each.value !== '' && sameWord(each.variable, variable))
  const own = given.find(({ tenantId }) => tenantId !== undefined && sameWord(tenantId, about.tenantId))
  const found = own ?? given.find(({ tenantId }) => tenantId === undefined)
  if (found) return found.value
  const known = VARIABLES.find((each) => sameWord(each, variable))
  return known === undefined ? undefined : wordOf(about[known])
}

export type Expanded = { readonly ok: true; readonly name: string } | { readonly ok: false; readonly why: Message }

/** Expands a pattern: each value as a word, truncated to the pattern's length. */
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

export function named(template: Template, what: Named, about: About): Expanded {
  const expanded = expand(template, template.names[what], about)
  if (!expanded.ok) return expanded
  const broken = RULES[what](expanded.name)
  return broken ? { ok: false, why: broken } : expanded
}

export function tagged(template: Template, { name, value }: Tag, about: About): Expanded {
  const expanded = expand(template, value, about)
  if (!expanded.ok) return expanded
  const broken = validateTagName(name) ?? validateTagValue(expanded.name)
  return broken ? { ok: false, why: broken } : expanded
}

/** Omits a tag whose variable has no value: an empty one would look like an answer. */
export function tagsFor(template: Template, about: About): readonly Tag[] {
  return (template.tags ?? []).flatMap((tag) => {
    const given = tagged(template, tag, about)
    return given.ok ? [{ name: tag.name, value: given.name }] : []
  })
}

export const regionFor = ({ regions }: Template, geography: string): string | undefined =>
  regions.find((each) => sameWord(each.geography, geography))?.region

export function unknownVariable({ names, values, tags = [] }: Template): string | undefined {
  const known = [...VARIABLES, ...values.filter(({ value }) => value !== '').map(({ variable }) => variable)]
  const patterns = [...NAMED.map((what) => names[what]), ...tags.map(({ value }) => value)]
  return patterns
    .flatMap((pattern) => [...pattern.matchAll(PART)].map(([, variable = '']) => variable))
    .find((variable) => !known.some((each) => sameWord(each, variable)))
}
