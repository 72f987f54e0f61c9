import { generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SignInRequest } from '#machines/sign-in/sign-in.ts'
import type { WizardView } from '#messages/view.ts'
import { createKeysHost } from '#node/host/customer-managed-keys.ts'
import { createClientCertificate } from '#node/practice/certificates.ts'
import { until } from '#test/until.ts'
import { leapingClock } from '../azure/stand-in.ts'
import { entrance, fakeFiles, fakeKeyring } from './entering.ts'
import {
  type Answering,
  browserComingBack,
  CLIENT_ID,
  fakeIdentity,
  PLANTED,
  type Question,
  refusal,
  TENANT_ID,
  tokenFor,
} from './fake-identity.ts'
import { onlyOnPath } from './tools-on-path.ts'

/*
 * Secrets are planted in every path of a sign-in, and looked for afterwards in everything that leaves it: what is reported, logged,
 * printed, written, and each view that goes to the window.
 */

const printed: string[] = []
beforeEach(() => {
  printed.splice(0)
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation((...words) => void printed.push(words.map(String).join(' ')))
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      printed.push(String(chunk))
      return true
    })
})
afterEach(() => {
  vi.restoreAllMocks()
})

const { certificate, key } = createClientCertificate('planted', Date.now())
const lockedKey = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: PLANTED.passphrase },
}).privateKey

/** A line from the middle of a key: what a careless message would show. */
const lineOf = (pem: string): string => pem.split('\n')[3] ?? ''

const token = tokenFor('any')
const CODE_VERIFIER = /code_verifier=([\w.~-]+)/

/** Secrets sent to and returned by the sign-in service, which must not appear elsewhere. */
function secretsOf(asked: readonly Question[]): readonly string[] {
  const forms = asked.map(({ form }) => form.toString())
  const verifiers = forms.flatMap((form) => CODE_VERIFIER.exec(form)?.[1] ?? [])
  const assertions = asked.flatMap(({ form }) => form.get('client_assertion') ?? [])
  return [...Object.values(PLANTED), token, lineOf(key), lineOf(lockedKey), ...verifiers, ...assertions]
}

/** Repeats everything it received, as a careless service would. */
const echoing: Answering = ({ path, form }) =>
  path.endsWith('/token')
    ? refusal(987654, 'invalid_grant', {
        error_description: `AADSTS987654: What you sent: ${[...form.entries()].map(([name, value]) => `${name}=${value}`).join(' ')} ${form.toString()}`,
      })
    : undefined

const base64 = (text: string): string => Buffer.from(text).toString('base64')

/** Repeats everything it received in base64, each value and the whole. */
const encoding: Answering = ({ path, form }) =>
  path.endsWith('/token')
    ? refusal(987654, 'invalid_grant', {
        error_description: `AADSTS987654: What you sent: ${[...form.values(), form.toString()].map(base64).join(' ')}`,
      })
    : undefined

/** Shows everything it received on a web page. */
const echoingPage: Answering = ({ path, form }) =>
  path.endsWith('/token')
    ? { status: 502, body: `<html>Bad gateway. Request body: ${form.toString()} ${[...form.values()].join(' ')}</html>` }
    : undefined

const laterRefused = (): Answering => {
  let tokens = 0
  return (question) => {
    if (question.path.endsWith('/token')) tokens += 1
    return tokens > 2 ? echoing(question) : undefined
  }
}

const ANSWERS: readonly (readonly [string, () => Answering])[] = [
  ['that all goes well', () => () => undefined],
  ['a service that repeats what it was told', () => echoing],
  ['a page that repeats what it was told', () => echoingPage],
  ['a service that repeats it in base64', () => encoding],
  ['a refusal after the first tokens', laterRefused],
  [
    'a connection that breaks',
    () =>
      ({ path }) =>
        path.endsWith('/token') ? 'broken' : undefined,
  ],
]

const WAYS: readonly (readonly [SignInRequest['way'], Partial<SignInRequest>, string | undefined])[] = [
  ['browser', {}, undefined],
  ['device-code', {}, undefined],
  ['secret', { clientId: CLIENT_ID }, PLANTED.secret],
  ['certificate', { clientId: CLIENT_ID, certificatePath: 'open.pem' }, undefined],
  ['certificate', { clientId: CLIENT_ID, certificatePath: 'locked.pem' }, PLANTED.passphrase],
  ['azure-cli', {}, undefined],
]

const PEMS: Readonly<Record<string, string>> = { 'open.pem': `${key}${certificate}`, 'locked.pem': `${lockedKey}${certificate}` }

const AZ = `echo '{ "accessToken": "${token}", "expires_on": 4102444800 }'
echo "WARNING: Bearer ${token}" >&2`

const cases = WAYS.flatMap(([way, request, secret]) => ANSWERS.map(([answer, answering]) => ({ way, request, secret, answer, answering })))

describe.runIf(process.platform !== 'win32')('no secret leaves a sign-in', () => {
  it.each(cases)('by $way ($request.certificatePath) in the case of $answer', async ({ way, request, secret, answering }) => {
    onlyOnPath({ az: AZ })
    const fake = await fakeIdentity(answering())
    const files = fakeFiles()
    const written: string[] = []
    const { identity, logged } = entrance(fake.cloud, {
      customCloud: { cloud: fake.cloud, authorities: [fake.ca] },
      clock: leapingClock(Date.now()),
      keyring: fakeKeyring(),
      files: {
        ...files,
        write(name, content) {
          written.push(name, Buffer.from(content).toString('latin1'))
          return files.write(name, content)
        },
      },
      readFile: async (file) => PEMS[file] ?? '',
      openBrowser: browserComingBack(),
    })
    const views: WizardView[] = []
    const host = createKeysHost({
      openPractice: () => Promise.reject(new Error('Nothing is practised here.')),
      identity,
      scenarios: [],
      wall: Date.now,
    })
    host.subscribe((view) => {
      const opened = view.page === 'prepare' && views.at(-1)?.page !== 'prepare'
      views.push(view)
      if (opened) host.send({ type: 'NEXT' })
    })
    if (secret !== undefined) host.holdSecret(secret)
    host.send({ type: 'SIGN_IN', request: { way, tenant: TENANT_ID, cloud: 'fake', ...request } })
    // Read to the end: until the first step has been read, or the refusal is on the start page.
    await until(() => isAtRest(views.at(-1)))
    host.send({ type: 'SIGN_OUT' })
    await identity.signOut()
    host.stop()

    const left = [JSON.stringify(views), ...logged, ...printed, ...written].join('\n')
    expect(views.length).toBeGreaterThan(1)
    const found = secretsOf(fake.asked).filter((each) => each !== '' && formsOf(each).some((form) => left.includes(form)))
    expect(found).toEqual([])
  })
})

/** The end of base64 depends on what follows. */
const formsOf = (secret: string): readonly string[] => [secret, encodeURIComponent(secret), base64(secret).slice(0, -4)]

const isAtRest = (view: WizardView | undefined): boolean =>
  view?.page === 'step' ? view.step?.phase !== 'reading' : view?.start?.problem !== undefined
