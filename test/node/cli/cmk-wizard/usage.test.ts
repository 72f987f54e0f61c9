import { writeFileSync } from 'node:fs'
import path from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import { AUTOMATION } from '#node/practice/people.ts'
import { testFolder } from '#test/folder.ts'
import { command } from './in-process.ts'

const CLIENT = AUTOMATION.clientId
const SIGN_IN = ['--tenant', 'contoso.com', '--sign-in', 'secret', '--client-id', CLIENT]
const VARIABLES = { LANG: 'en_US.UTF-8', AZURE_CLIENT_SECRET: 'x' }

describe('a command line that isn’t valid', () => {
  it.each([
    ['a group without customers', [...SIGN_IN, '--group', 'europe'], '--group needs --customers FILE.'],
    ['a group in practice', ['--practice', 'ready-to-enable', '--group', 'europe'], '--group needs --customers FILE.'],
    ['a cloud that there isn’t', [...SIGN_IN, '--cloud', 'mars'], '--cloud takes one of: commercial, gcc, gcc-high, dod, china.'],
    ['what is no tenant', ['--tenant', 'not a tenant', '--sign-in', 'azure-cli'], '--tenant: This isn’t a tenant ID or a domain.'],
    ['any tenant', ['--tenant', 'common', '--sign-in', 'azure-cli'], '--tenant: '],
    [
      'a token, which has dots like a domain',
      ['--tenant', `eyJ${'a'.repeat(20)}.${'b'.repeat(20)}.c2`, '--sign-in', 'azure-cli'],
      '--tenant: ',
    ],
    ['what is no client ID', [...SIGN_IN.slice(0, -1), 'wizard'], '--client-id: '],
  ])('is refused with 2 before anything is sent: %s', async (_what, words, told) => {
    const { code, out, err } = await command(['environments', ...words], { variables: VARIABLES, identity })
    expect(err).toContain(told)
    expect(err).not.toContain('Signing in')
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })

  it.each(['pdf', 'docx'])('names a report that can’t be written as .%s', async (ending) => {
    const { code, err } = await command(['report', '--folder', testFolder(), '--out', `report.${ending}`])
    expect([code, err]).toEqual([2, expect.stringContaining('--out takes one of: .html, .json.')])
  })
})

/** Secrets as services and people make them. */
const secret = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9]{3}8Q~[A-Za-z0-9._~-]{34}$/),
  fc.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
  fc.stringMatching(/^eyJ[A-Za-z0-9_-]{20}\.[A-Za-z0-9_-]{20}\.[A-Za-z0-9_-]{20}$/),
  fc.stringMatching(/^[A-Z][A-Z0-9_]{19,39}$/),
  fc.stringMatching(/^[a-z]{4,8}(-[a-z]{4,8}){3}$/),
)

const list = (customer: object): string =>
  JSON.stringify({ format: 'cmk-wizard-customers', version: 1, customers: [{ name: 'A', tenant: CLIENT, ...customer }] })

type Slip = readonly [where: string, words: (secret: string) => readonly string[]]

const OPTIONS = [
  ...['tenant', 'sign-in', 'client-id', 'certificate', 'secret-variable', 'token-file', 'cloud', 'group', 'at-once', 'practice'],
  ...['format', 'script', 'language'],
]
const WAYS = ['secret', 'certificate', 'workload-identity']

/** Where a secret ends up by a slip, and where it belongs. */
const SLIPS: readonly Slip[] = [
  ['a command', (secret) => [secret]],
  ['a word', (secret) => ['check', secret]],
  ['an option', (secret) => ['check', `--${secret}`]],
  ['an option without its space', (secret) => ['check', `--all${secret}`]],
  ['short options', (secret) => ['check', `-p${secret}`]],
  ['a value of none', (secret) => ['check', `--json=${secret}`]],
  ...OPTIONS.flatMap((option) =>
    WAYS.map(
      (way): Slip => [
        `--${option} with ${way}`,
        (secret) => {
          const [verb, own] =
            option === 'format'
              ? ['report', []]
              : option === 'script'
                ? ['plan', []]
                : [
                    'check',
                    [
                      '--all',
                      '--tenant',
                      CLIENT,
                      '--sign-in',
                      way,
                      '--client-id',
                      CLIENT,
                      '--certificate',
                      '/none',
                      '--token-file',
                      '/none',
                    ],
                  ]
          const at = own.indexOf(`--${option}`)
          return [verb, ...(at === -1 ? own : own.toSpliced(at, 2)), `--${option}`, secret]
        },
      ],
    ),
  ),
]

const MEMBERS: readonly (readonly [where: string, customer: (secret: string) => object])[] = [
  ...['secretVariable', 'certificate', 'tokenFile', 'clientId', 'way', 'secret', 'password'].flatMap((member) =>
    WAYS.map(
      (way) => [`signIn.${member} of ${way}`, (secret: string) => ({ signIn: { way, clientId: CLIENT, [member]: secret } })] as const,
    ),
  ),
  ...['tenant', 'cloud', 'key'].map((member) => [member, (secret: string) => ({ signIn: { way: 'secret' }, [member]: secret })] as const),
  ['a member’s name', (secret) => ({ [secret]: 1 })],
]

/** A sign-in that is refused at once. */
const identity = () => ({
  signIn: async () => ({
    ok: false as const,
    problem: { title: verbatim('Not signed in.'), meaning: verbatim(''), remedy: verbatim(''), owner: 'you' as const },
  }),
})

async function printed(words: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<string> {
  const { out, err } = await command(words, { variables: { ...VARIABLES, ...variables }, identity })
  return out + err
}

const never = (told: (secret: string) => Promise<string>) =>
  fc.assert(
    fc.asyncProperty(secret, async (drawn) => {
      expect(await told(drawn)).not.toContain(drawn)
    }),
    { numRuns: 10 },
  )

describe('what may be a secret is never printed', () => {
  it.each(SLIPS)('as %s', (_where, words) => never((secret) => printed(words(secret))))

  it.each(MEMBERS)('as %s in the list of customers', (_where, customer) => {
    const folder = testFolder({ 'customers.json': '' })
    return never(async (secret) => {
      const file = path.join(folder, 'customers.json')
      writeFileSync(file, list(customer(secret)))
      return printed(['environments', '--customers', file])
    })
  })

  it('as one letter after the other', async () => {
    const told = await printed(['check', '-pQ8~x'])
    expect(told).not.toMatch(/-[Q8~x]\b/)
  })
})

describe('a variable that a secret is read from', () => {
  it.each(['__proto__', 'constructor', 'toString'])('isn’t what every object has: %s', async (name) => {
    const { code, err } = await command(['environments', ...SIGN_IN, '--secret-variable', name], { variables: VARIABLES, identity })
    expect([code, err]).toEqual([2, expect.stringContaining('The environment variable that --secret-variable names isn’t set.')])
  })
})

describe('many customers of which one has no secret', () => {
  it('are read but for that one', async () => {
    const { customers } = {
      customers: [
        { name: 'Bad', tenant: CLIENT, signIn: { way: 'secret', clientId: CLIENT, secretVariable: 'BAD_SECRET' } },
        { name: 'Good', tenant: CLIENT, signIn: { way: 'secret', clientId: CLIENT } },
      ],
    }
    const folder = testFolder({ 'list.json': JSON.stringify({ format: 'cmk-wizard-customers', version: 1, customers }) })
    const ended = await command(['environments', '--customers', path.join(folder, 'list.json'), '--json'], {
      variables: VARIABLES,
      identity,
    })
    expect(ended.code).toBe(3)
    expect(ended.err.match(/Signing in/g)).toHaveLength(1)
    expect(JSON.parse(ended.out).customers).toMatchObject([
      { customer: 'Bad', problem: { title: 'The environment variable that signIn.secretVariable names isn’t set.' } },
      { customer: 'Good', problem: { title: 'Not signed in.' } },
    ])
  })
})
