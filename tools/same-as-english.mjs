/** Which texts a translation may leave as they are in English, and which were forgotten. */
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'

/** @typedef {import('@formatjs/icu-messageformat-parser').MessageFormatElement} Element */

/** @param {string} listed between commas */
const words = (listed) => listed.split(', ')

/** Names, keys of the keyboard and units: the same in every language. */
const NAMES = [
  ...words('Commerce, Finance, Lifecycle Services, Microsoft, Microsoft.PowerPlatform, Power Automate, Power Platform'),
  ...words(
    'Regulatory Configuration Service, Supply Chain Management, Azure RBAC, Status Failed, Managed Environment, Managed HSM, Standard',
  ),
  ...words('Alt, Ctrl, Enter, Esc, Shift, UTC, ID, min'),
]

/**
 * Words that a language shares with English, by locale. A text of nothing else counts as translated.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const SHARED_WORDS = {
  de: [
    ...words(
      'Baseline, Client, Cloud, Container, Detail, Details, Hash, Hosts, In, Integration, Name, Optional, Region, Sandbox, Spotlight',
    ),
    ...words('Status, Updates, Version'),
  ],
  es: words('Hash, Hosts, No, Script'),
  fr: [
    ...words(
      'Action, Client, Cloud, Date, Diagnostics, Documentation, Documents, Guide, Notifications, Package, Production, Script, secret',
    ),
    ...words('Services, Signature, Source, Sources, Type, Version'),
  ],
  'pt-BR': words('Hash, Hosts, Log, Runtime, Script, Status'),
}

/**
 * @param {readonly Element[]} elements
 * @returns {string} their words in every branch, without values
 */
const wordsIn = (elements) =>
  elements
    .map((each) => {
      if (each.type === TYPE.literal) return each.value
      if (each.type === TYPE.tag) return wordsIn(each.children)
      return 'options' in each ? Object.values(each.options).map((option) => ` ${wordsIn(option.value)}`) : ' '
    })
    .join('')

const NAMED = new RegExp(
  `(?<![\\p{L}.])(?:${[...NAMES]
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replaceAll('.', '\\.')})(?!\\p{L})`,
  'gu',
)

/**
 * @param {string} english in ICU MessageFormat
 * @param {string} translated
 * @param {string} locale of the translation
 * @returns {boolean} whether it is the English itself, with a word that the language does not share
 */
export function isUntranslated(english, translated, locale) {
  if (english !== translated) return false
  const shared = SHARED_WORDS[locale] ?? []
  const said = wordsIn(parse(english, { captureLocation: false, ignoreTag: true })).replaceAll(NAMED, ' ')
  return (said.match(/\p{L}{2,}/gu) ?? []).some((word) => !shared.includes(word))
}
