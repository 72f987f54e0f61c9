import { describe, expect, it } from 'vitest'
import { inOneLine, isEntered, withoutMarks } from '#machines/messages/one-line.ts'

describe('a name on one line', () => {
  it.each<readonly [string, string, string]>([
    ['has a space for a line break', 'Contoso\r\nBcc: x', 'Contoso Bcc: x'],
    ['has a space for line and paragraph separators', 'a\u2028b\u2029c', 'a b c'],
    ['has a space for control characters', 'a\u0000\u001b\u009bb', 'a b'],
    ['has a space for half a character', 'a\ud800b\udc00', 'a b'],
    ['has a space for embeddings and overrides', '\u202aa\u202bb\u202cc\u202dd\u202e', 'a b c d'],
    ['has a space for isolates', '\u2066a\u2067b\u2068c\u2069', 'a b c'],
    ['has a space for marks of direction', 'a\u200eb\u200fc\u061c', 'a b c'],
    ['has one space for a mark beside spaces', 'Contoso \u2066 \u202e PROD', 'Contoso PROD'],
    ['keeps several spaces', 'Contoso  PROD', 'Contoso  PROD'],
    ['keeps quotes, emoji, and other scripts', `"A" 'B' 👩\u200d🔧 בדיקה テスト`, `"A" 'B' 👩\u200d🔧 בדיקה テスト`],
    ['has nothing around it', ' \t Contoso \n', 'Contoso'],
    ['can be empty', '\u202e\u0000', ''],
  ])('%s', (_what, name, shown) => expect(inOneLine(name)).toBe(shown))
})

describe('a text of several lines', () => {
  it.each<readonly [string, string, string]>([
    [
      'keeps its lines, and loses what could turn it around',
      'Send it to\n\u202eten.live\u202c, \u2067x\u2069\tnow\u200f.',
      'Send it to\nten.live, x\tnow.',
    ],
    ['loses what has no width', '\ufeffCon\u200bto\u00adso\u2060\u{e0041}\u{e007f}', 'Contoso'],
    ['keeps the joiners of emoji and scripts', '👩\u200d🔧 می\u200cخواهم', '👩\u200d🔧 می\u200cخواهم'],
  ])('%s', (_what, text, shown) => expect(withoutMarks(text)).toBe(shown))
})

describe('a name that a person enters', () => {
  it.each([
    ['as it is', 'Contoso PROD', 'Contoso PROD', true],
    ['with one space, as the page shows it, for several', 'Contoso PROD', 'Contoso  PROD', true],
    ['with several spaces, as the service has it', 'Contoso  PROD', 'Contoso  PROD', true],
    ['with spaces around it', ' Contoso PROD ', 'Contoso PROD', true],
    ['without a mark that the page doesn’t show', 'Contoso PROD', 'Contoso\u200b PROD\u00ad', true],
    ['without its space', 'ContosoPROD', 'Contoso PROD', false],
    ['in other capitals', 'contoso prod', 'Contoso PROD', false],
  ])('%s: %s for %s is %s', (_what, entered, name, expected) => expect(isEntered(entered, name)).toBe(expected))
})
