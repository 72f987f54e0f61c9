import { describe, expect, it } from 'vitest'
import { glossaryProblems, readGlossary } from '../../tools/glossary.mjs'

const GLOSSARY = readGlossary(`# Glossar

| en | de |
| --- | --- |
| step | Schritt |

## Checked terms

About this table.

| en | de |
| --- | --- |
| key vault | Schlüsseltresor* / Tresor* |
| access policy | Zugriffsrichtlinie* |
| Managed Environment | verwaltete* Umgebung* |

## Portal labels

| en | de |
| --- | --- |
| Edit policy | Richtlinie bearbeiten |
| Edit | Bearbeiten |
| Keys | Schlüssel |
`)

const problems = (english: string, text: string) => glossaryProblems(english, text, GLOSSARY)

describe('the glossary', () => {
  it('is read from its two tables alone', () => {
    expect(GLOSSARY.terms.map(({ english }) => english)).toEqual(['key vault', 'access policy', 'Managed Environment'])
    expect(GLOSSARY.labels.map(({ english }) => english)).toEqual(['Edit policy', 'Edit', 'Keys'])
  })

  it('refuses a file without them', () => {
    expect(() => readGlossary('# Glossar')).toThrow('Checked terms')
  })
})

describe('a term of the glossary', () => {
  it.each([
    ['in another case of the noun', 'Open the key vault.', 'Öffnen Sie den Inhalt des Schlüsseltresors.'],
    ['in the plural', 'No access policies.', 'Keine Zugriffsrichtlinien.'],
    ['as part of a longer word', 'A key vault', 'Ein Standardtresor'],
    ['at the beginning of a sentence', 'Key vault and key', 'Tresor und Schlüssel'],
    ['inflected in both words', 'A Managed Environment', 'In einer verwalteten Umgebung'],
  ])('is found %s', (_, english, text) => {
    expect(problems(english, text)).toEqual([])
  })

  it.each([
    ['is missed where another word stands', 'Open the key vault.', 'Öffnen Sie den Safe.'],
    ['is missed in a branch', '{count, plural, one {# key vault} other {# key vaults}}', '{count, plural, one {# Safe} other {# Safes}}'],
  ])('%s', (_, english, text) => {
    expect(problems(english, text)).toEqual(['“key vault” is “Schlüsseltresor* / Tresor*” by the glossary'])
  })

  it.each([
    ['a name that sounds like it', 'Key Vault Crypto Officer', 'Key Vault Crypto Officer'],
    ['a longer word', 'non-Managed Environments', 'andere'],
    ['the name of a value', 'In {vault}', 'In {vault}'],
  ])('isn’t asked for by %s', (_, english, text) => {
    expect(problems(english, text)).toEqual([])
  })
})

describe('a label of a portal', () => {
  it.each([
    ['behind the English one', 'Select Edit policy.', 'Wählen Sie Edit policy (Richtlinie bearbeiten) aus.'],
    ['before it, as Japanese has it', 'Select Edit policy.', '[Richtlinie bearbeiten (Edit policy)]'],
    ['behind it in quotation marks', 'Select Edit policy.', 'Wählen Sie „Edit policy“ (Richtlinie bearbeiten) aus.'],
  ])('stands %s', (_, english, text) => {
    expect(problems(english, text)).toEqual([])
  })

  it.each([
    ['is translated alone', 'Select Edit policy.', 'Wählen Sie Richtlinie bearbeiten aus.'],
    ['is translated otherwise', 'Select Edit policy.', 'Wählen Sie Edit policy (Richtlinie ändern) aus.'],
  ])('is missed where it %s', (_, english, text) => {
    expect(problems(english, text)).toEqual(['the label “Edit policy” is shown as “Edit policy (Richtlinie bearbeiten)” by the glossary'])
  })

  it('of one word is a word like others until it stands beside its translation', () => {
    expect(problems('They open Keys.', 'Sie öffnen Schlüssel.')).toEqual([])
    expect(problems('Go to Keys.', 'Navigieren Sie zu Keys (Tasten).')).toHaveLength(1)
  })

  it('is no label where a text begins with it', () => {
    expect(problems('Edit policy settings', 'Einstellungen der Richtlinie')).toEqual([])
  })
})
