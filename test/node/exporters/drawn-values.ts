import fc from 'fast-check'
import type { Action } from '#machines/procedure/action.ts'
import { actionsFor, ENVIRONMENT, type Names, SUBSCRIPTION } from './samples.ts'

/** What some language, az, or a shell takes for more than text. `HARM` is a command, or a value, of one that does. */
const PIECES = [
  ...[
    "'",
    '"',
    '`',
    '$',
    '\\',
    '@',
    '%',
    '!',
    '#',
    '&',
    '|',
    ';',
    '<',
    '>',
    '(',
    ')',
    '{',
    '}',
    '[',
    ']',
    '*',
    '?',
    '~',
    '=',
    ',',
    '/',
    ':',
  ],
  ...['$(touch HARM)', '`touch HARM`', '$' + '{HARM}', '%{HARM}', '%HARM%', '%PATH%', '!HARM!', '$env:HARM', '$HARM', '@HARM', '@@HARM'],
  ...["'; touch HARM; '", '"; touch HARM; "', '’; HARM; ‘', '“HARM”', "'@HARM", '@"HARM', '<#HARM#>', '/*HARM*/', '//HARM', '#HARM'],
  ...[
    '--yes',
    '--query',
    '-HARM',
    '--',
    '-',
    '\n',
    '\t',
    '\u2028',
    '\u2029',
    '\nHARM\n',
    "\n'@\nHARM\n",
    '\nEOF\nHARM\n',
    "[concat('HARM')]",
  ],
  ...[
    '..',
    '/../',
    '%2e%2e',
    '%00',
    '%0aHARM',
    '&#10;',
    '\\n',
    '\\u0024{HARM}',
    '\\x24',
    '$$',
    '``',
    "''",
    '""',
    '^',
    '^&HARM',
    '🔑',
    'é',
    '鍵',
    ' ',
  ],
  'HARM',
] as const

/** Marks that no script may carry: such a value is refused. */
export const REFUSED = ['\r', '\0', '\u001b', '\u0085', '\u202e', '\u2066', '\u200f', '\ud800']

export const drawnValue = fc
  .array(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }) }),
    {
      minLength: 1,
      maxLength: 7,
    },
  )
  .map((pieces) => pieces.join('').replaceAll(/[^\P{C}\n\t]/gu, ''))
  .filter((value) => value !== '')

/** A value for each name that a person or a tenant gives. */
const PLACES = [
  ...(['group', 'vaultGroup', 'vault', 'key', 'policy', 'environment', 'tagName', 'tagValue', 'mail'] as const),
  ...(['subscription', 'environmentId', 'workspace', 'region'] as const),
]
export type Values = Readonly<Record<(typeof PLACES)[number], string>>

export const valuesOf = (value: (place: keyof Values) => string): Values =>
  Object.fromEntries(PLACES.map((place) => [place, value(place)])) as Values

export const drawnValues: fc.Arbitrary<Values> = fc
  .array(drawnValue, { minLength: PLACES.length, maxLength: PLACES.length })
  .map((drawn) => valuesOf((place) => drawn[PLACES.indexOf(place)] ?? ''))

/** Texts of the samples that aren't names, and what a drawn one replaces. */
const SAMPLES: Readonly<Partial<Record<string, keyof Values>>> = { location: 'region', region: 'region', workspaceId: 'workspace' }

function withTexts(value: unknown, values: Values, key = ''): unknown {
  const place = SAMPLES[key]
  if (typeof value === 'string') {
    if (place !== undefined) return values[place]
    return value.replaceAll(SUBSCRIPTION, () => values.subscription).replaceAll(ENVIRONMENT, () => values.environmentId)
  }
  if (Array.isArray(value)) return value.map((each) => withTexts(each, values))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withTexts(member, values, name)]))
}

/** The order in which a person without anything would carry them out. */
const FIRST = [
  'register-provider',
  'create-resource-group',
  'create-vault',
  'create-key',
  'create-policy',
  'grant-key-access',
  'grant-reader',
]
const rank = ({ kind }: Action): number => (FIRST.includes(kind) ? FIRST.indexOf(kind) : FIRST.length)

/** One action of every kind, with a value in each place. */
export function planWith(values: Values): readonly Action[] {
  const names: Names = values
  const all = actionsFor(names)
  const tags = [{ name: values.tagName, value: values.tagValue }]
  const { 'create-resource-group': group, 'create-vault': vault, 'create-policy': policy, 'mail-alerts': mail } = all
  const plan: readonly Action[] = [
    ...Object.values({
      ...all,
      'create-resource-group': { ...group, tags },
      'create-vault': { ...vault, vault: { ...vault.vault, tags } },
      'create-policy': { ...policy, policy: { ...policy.policy, tags } },
      'mail-alerts': { ...mail, emails: [`${values.mail}@contoso.example`] },
    }).sort((one, other) => rank(one) - rank(other)),
  ]
  // Texts are all that is replaced.
  return plan.map((action) => withTexts(action, values) as Action)
}
