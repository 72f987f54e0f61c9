import { describe, expect, it } from 'vitest'
import { judgeTexts, readTexts } from '../../tools/texts.mjs'

const texts = (source: string) => readTexts('renderer/a.tsx', source).texts.map(({ line, text }) => `${line} ${text}`)
const unused = (source: string) => judgeTexts({ 'machines/a.ts': source }, []).unused.map(({ id }) => id)

describe('English that is no message', () => {
  it.each([
    ['text between tags', 'const a = <p>Not allowed</p>', '1 Not allowed'],
    ['a title', '\nconst a = <p title="Key vault" />', '2 Key vault'],
    ['a name for people who do not see', "const a = <p aria-label={busy ? 'Busy' : words.open} />", '1 Busy'],
    ['a heading of a component', 'const a = <Section heading="Key vault" />', '1 Key vault'],
    ['a sentence', "const a = 'The key is too small'", '1 The key is too small'],
    ['a heading without a source', "const a = { heading: 'The key is too small' }", '1 The key is too small'],
    ['a sentence with values', 'const a = `The key has $' + '{size} bits.`', '1 The key has {} bits.'],
    ['an end of a sentence', 'const a = `$' + '{what} could not be read.`', '1 {} could not be read.'],
  ])('is found as %s', (_, source, found) => {
    expect(texts(source)).toEqual([found])
  })

  it.each([
    ['a message', "const m = defineMessages({ a: { id: 'x.a', defaultMessage: 'The key is too small.' } })"],
    ['a message of a group', "const m = defineMessages('x', { a: 'The key is too small.' })"],
    ['a message of a group inside of a group', "const m = defineMessages('x', { y: { a: 'The key is too small.' } })"],
    ['words of an error for developers', "throw new TypeError('The window needs a bridge.')"],
    ['a line for the log', "console.error('The window could not be closed:', error)"],
    ['what the page never shows', `const a = <p className="card wide" data-kind="not shown" role={'status'} />`],
    ['signs between tags', 'const a = <p>{name}: {value} → </p>'],
    ['a heading of a document', "const a = { source: 'soft-delete', heading: 'Create a key' }"],
    ['names', "const a = matchMedia('(max-width: 1099px)').matches ? 'keys/vault-1' : 'Microsoft.KeyVault/vaults'"],
    ['a type', "import { a } from './The key is small.ts'"],
  ])('is not %s', (_, source) => {
    expect(texts(source)).toEqual([])
  })

  it('may stay with a reason, and the exception goes with the text', () => {
    const allowed = [{ file: 'cli/a.ts', text: 'The key is too small.', why: 'A name that Microsoft gave.' }]
    expect(judgeTexts({ 'cli/a.ts': "const a = 'The key is too small.'" }, allowed)).toMatchObject({ texts: [], gone: [] })
    expect(judgeTexts({ 'cli/b.ts': "const a = 'The key is too small.'" }, allowed)).toMatchObject({
      texts: [{ file: 'cli/b.ts' }],
      gone: allowed,
    })
  })
})

it('may be all that a file or a folder holds', () => {
  const text = "const a = 'The key is too small.'"
  const judged = (file: string) => judgeTexts({ 'practice/services/a.ts': text, 'practice/b.ts': text }, [{ file, why: 'Verbatim.' }])
  expect(judged('practice/services/')).toMatchObject({ texts: [{ file: 'practice/b.ts' }], gone: [] })
  expect(judged('practice/b.ts')).toMatchObject({ texts: [{ file: 'practice/services/a.ts' }], gone: [] })
  expect(judged('practice/c.ts')).toMatchObject({ gone: [{ file: 'practice/c.ts' }] })
})

describe('a message that nothing says', () => {
  const defined = "const m = defineMessages({ small: { id: 'key.small', defaultMessage: 'Small' } })\n"

  it.each([
    ['never', '', ['key.small']],
    ['by its name', 'say(m.small)', []],
    ['by a key', "say(m[size])\nconst SIZES = ['small']", []],
    ['by an error', 'throw new RangeError(plain(m.small))', []],
    ['taken out of the group', 'const { small } = m', []],
  ])('is found when it is used %s', (_, use, found) => {
    expect(unused(defined + use)).toEqual(found)
  })

  it('is found by the name of its group and its own', () => {
    expect(unused("const m = defineMessages('key', { small: 'Small', large: 'Large' })\nsay(m.large)")).toEqual(['key.small'])
  })

  it('is found inside of a group by the names of both, though another group has one of its name', () => {
    const two = "const m = defineMessages('key', { small: { why: 'Weak' }, old: { why: 'Expired' } })\n"
    expect(unused(`${two}say(m.old.why)`)).toEqual(['key.small.why'])
  })

  it('is not one of a group inside of a group that is used as a whole', () => {
    const messages =
      "const messages = defineMessages('key', { small: { why: 'Weak' }, old: { why: 'Expired', age: { years: 'Years' } } })\n"
    expect(unused(`${messages}say({ ...messages.small })`)).toEqual(['key.old.why', 'key.old.age.years'])
    expect(unused(`${messages}say(messages.small.why, messages.old.age)`)).toEqual(['key.old.why'])
  })

  it('is one that textsOf leaves in the group of a check', () => {
    const messages = "const messages = defineMessages('key', { small: { why: 'Weak', remedy: 'Renew', manual1: 'Go', found: 'Size' } })\n"
    expect(unused(`${messages}textsOf(messages.small)`)).toEqual(['key.small.found'])
  })

  it('is one that openingOf leaves in the group of a guide', () => {
    const messages = "const messages = defineMessages('key', { guide: { title: 'Renew', what: 'Renew it', found: 'Size' } })\n"
    expect(unused(`${messages}guide({ ...openingOf(messages.guide), byHand: [] })`)).toEqual(['key.guide.found'])
  })

  it('is a click of a check that has clicks of its own', () => {
    const messages = "const messages = defineMessages('key', { small: { why: 'Weak', remedy: 'Renew', manual1: 'Go', manual2: 'Stop' } })\n"
    const check = 'const check = { ...textsOf(messages.small), byHand: [messages.small.manual2] }'
    expect(unused(messages + check)).toEqual(['key.small.manual1'])
  })

  it('is not one of a group that is used together', () => {
    expect(unused("const all = Object.values(defineMessages({ first: { id: 'a.first', defaultMessage: 'One' } }))")).toEqual([])
  })
})
