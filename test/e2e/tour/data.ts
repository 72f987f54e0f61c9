import { CLOUDS } from '#machines/cloud/cloud.ts'
import { isVerbatim } from '#machines/messages/message.ts'
import { coverageItem } from '#machines/procedure/coverage/assess.ts'
import { COVERAGE_ITEM_IDS } from '#machines/procedure/coverage/item-ids.ts'
import { GEOGRAPHIES } from '#machines/procedure/geography.ts'
import { SOURCES } from '#machines/procedure/sources/sources.ts'
import { realTimers } from '#node/practice/clock.ts'
import { openPractice } from '#node/practice/open.ts'
import { SUBSCRIPTION, TENANT } from '#node/practice/people.ts'
import { SHIPPED } from '#node/practice/presenting/exercises/shipped.ts'
import { seededRandom } from '#node/practice/random.ts'
import { ROLES } from '#node/practice/rights.ts'
import { SCENARIOS } from '#node/practice/scenarios.ts'
import { AZURE_REGIONS } from '#node/practice/services/subscriptions.ts'

/*
 * Texts that are the same in every language: names, and texts of services and Intl. Taken from their sources, so that no sentence of the
 * product is among them.
 */

const namesIn = (value: unknown): readonly string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, each]) =>
        typeof each === 'string' ? (/^(displayName|name|userName)$/.test(key) ? [each] : []) : namesIn(each),
      )

/** Of people, environments and everything else in the practice tenants. */
const ofTenants = SCENARIOS.flatMap(({ name }) =>
  namesIn(
    openPractice(name, {
      wall: Date.now,
      timers: realTimers,
      speed: Number.POSITIVE_INFINITY,
      longest: 0,
      random: seededRandom(name),
    }).practice.inspect(),
  ),
)

/** Apps and services that the key may or may not reach: names, where they are no sentence. */
const ofCoverage = COVERAGE_ITEM_IDS.flatMap((id) => {
  const { title } = coverageItem(id)
  return isVerbatim(title) ? [title.verbatim] : []
})

const ofMicrosoft = [
  ...ofCoverage,
  ...Object.values(CLOUDS).map(({ name }) => name),
  ...GEOGRAPHIES.flatMap(({ title, location, regions }) => [title, location, ...regions]),
  ...AZURE_REGIONS.map(({ displayName }) => displayName),
  ...Object.values(SOURCES).map(({ title }) => title),
  ...ROLES.map(({ roleName }) => roleName),
]

/** The product's name, and services' own words for states and kinds, shown unchanged. */
const WORDS = [
  'CMK Enablement Wizard',
  ...['Production', 'Sandbox', 'Developer', 'Trial', 'Default', 'Enabled', 'Disabled', 'Ready', 'Linked', 'Succeeded', 'Running'],
  ...['Registering', 'Linking', 'Unlinking', 'LinkFailed', 'Failed', 'Encrypted', 'Warning'],
  // The tools that scripts are for, and roles of Entra.
  ...['Azure CLI (bash)', 'Azure PowerShell', 'ARM template', 'Bicep', 'Terraform', 'Power Platform Administrator', 'Global Administrator'],
  // Microsoft's apps, where one is named in a sentence.
  ...['Tax Calculation', 'Electronic Invoicing', 'Finance'],
  // Texts typed by the tour.
  'You administer Power Platform, and I own the key vault.',
  ...['UTC', 'RSA'],
  ...['MIT', 'Electron', 'Chromium'],
  ...['Prepare', 'Validate', 'Run', 'Finalize', 'Microsoft', 'Customer', 'Backup', 'Standard', 'Basic'],
]

const NAMES = [...WORDS, TENANT.name, SUBSCRIPTION.name, ...ofTenants, ...ofMicrosoft].sort((a, b) => b.length - a.length)

/** Quotations of Microsoft's documents about coverage. */
const documentsWords = (value: unknown): readonly string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, each]) => {
        if (key === 'terms' && Array.isArray(each)) return each.map(String)
        return key === 'words' && typeof each === 'string' ? [each] : documentsWords(each)
      })

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Words of files, in the languages that their authors wrote; before names, which may be a part of them. */
const OF_EXERCISES = new RegExp(
  SHIPPED.flatMap(({ texts }) => Object.values(texts))
    .flatMap(({ title, goal, hints }) => [goal, ...hints, title])
    .map(escaped)
    .join('|'),
  'g',
)

const NAMED = new RegExp(`(?<![\\p{L}\\d-])(?:${[...new Set(NAMES)].map(escaped).join('|')})(?![\\p{L}\\d-])`, 'gu')

const QUOTED = new RegExp(
  `“(?:${[...COVERAGE_ITEM_IDS.flatMap((id) => documentsWords(coverageItem(id))), 'common'].map(escaped).join('|')})”`,
  'g',
)

const oneOf = (words: readonly string[]): string => [...new Set(words)].map(escaped).join('|')

const monthsAnd = (options: Intl.DateTimeFormatOptions): readonly string[] =>
  Array.from({ length: 12 }, (_, month) => new Intl.DateTimeFormat('en', options).format(new Date(2026, month, month + 1)))
const MONTHS = oneOf([...monthsAnd({ month: 'long' }), ...monthsAnd({ month: 'short' })])
const WEEKDAYS = oneOf(
  Array.from({ length: 7 }, (_, day) => new Intl.DateTimeFormat('en', { weekday: 'short' }).format(new Date(2026, 0, day + 1))),
)

/** Intl knows no pseudo-locale: dates, durations and lists come as English has them. */
const BY_INTL = [
  new RegExp(`(?:\\b(?:${WEEKDAYS}), )?\\b(?:${MONTHS}) \\d{1,2}\\b`, 'g'),
  /\b(?:today|yesterday|tomorrow)\b/g,
  /\b\d+ (?:day|hour|minute|second)s?(?: ago)?\b/g,
  /(?<=[\],\d]) (?:and|or) /g,
]

/** Addresses. Before names, which can be part of one. */
const ADDRESSES = [
  /https?:\/\/\S+/g,
  /(?:[…/][\w.-]+){2,}/g,
  // Hosts, accounts, resource types.
  /[\w-]+(?:[.@][\w-]+)+(?:\/[\w.*{}-]*)*/g,
]

/** The operating system's message for a full disk. */
const BY_SYSTEM = /\bENOSPC: no space left on device, write\b/g

/** Azure's refusal to read a policy, with the request. */
const BY_AZURE =
  /\bGET \S+|\bThe client '[^']*' with object id '[^']*' does not have authorization to perform action '[^']*' over scope '[^']*' or the scope is invalid\. If access was recently granted, please refresh your credentials\./g

/** IDs and identifiers. */
const IDS = [
  // Names that the wizard suggests are made from the environment's.
  /\b(?:\w+-)*contoso(?:-\w+)*\b/g,
  // Unique names of Dataverse organizations.
  /\bunq[0-9a-f]+\b/g,
  // Hexadecimal, or of capitals and digits.
  /\b[0-9a-f]{8}(?:-?[0-9a-f]{4,12})+\b/g,
  /\b[A-Z]+-?\d\w*\b/g,
  // Identifiers of one word: ManageProtectionKeys, enterprisePolicies.
  /\b\w*[a-z][A-Z]\w*\b/g,
]

/** @returns the text without what is no language's own */
export const withoutData = (text: string): string =>
  [BY_SYSTEM, BY_AZURE, OF_EXERCISES, ...ADDRESSES, NAMED, QUOTED, ...IDS, ...BY_INTL].reduce(
    (left, pattern) => left.replaceAll(pattern, ' '),
    text,
  )
