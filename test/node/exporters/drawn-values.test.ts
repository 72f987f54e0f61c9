import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Action, ActionKind } from '#machines/procedure/action.ts'
import { policyId } from '#machines/procedure/ids.ts'
import { SCRIPT_LANGUAGES } from '#machines/procedure/script-languages.ts'
import { ValueRefused } from '#node/exporters/text.ts'
import { writeScript } from '#node/exporters/write-script.ts'
import { drawnValue, drawnValues, planWith, REFUSED, type Values, valuesOf } from './drawn-values.ts'
import { type BashRun, fakeCloud, type State } from './run-bash.ts'
import { context } from './samples.ts'

/** Fixed, so that a failure is the same everywhere. */
const SEED = 20_261_202

const PLAIN = valuesOf((place) => `token${place}end`)

const CREATED: readonly ActionKind[] = [
  ...(['register-provider', 'create-resource-group', 'create-vault', 'create-key', 'create-policy', 'grant-key-access'] as const),
  ...(['grant-reader', 'enable-managed-environment'] as const),
]
const LINKS: readonly ActionKind[] = ['link-environment', 'unlink-environment']
const READY = { provider: '', group: '', vault: '', key: '', policy: '', managed: '' }

/** What a cloud has, and what is done there. */
const SCRIPTS: readonly (readonly [string, State, (action: Action) => boolean])[] = [
  ['all that is created', {}, ({ kind }) => CREATED.includes(kind)],
  ['what is changed later', READY, ({ kind }) => !CREATED.includes(kind) && !LINKS.includes(kind)],
  ['the link', READY, ({ kind }) => kind === 'link-environment'],
]

// The stand-in's own answers are words on one line: what it reads back has no space, and no quote.
const inWords = (values: Values): Values => ({
  ...values,
  ...Object.fromEntries(
    (['subscription', 'group', 'policy', 'mail', 'workspace'] as const).map((place) => [place, values[place].replaceAll(/[\s"\\]/g, '_')]),
  ),
})

async function ran(state: State, values: Values, of: (action: Action) => boolean): Promise<BashRun> {
  const cloud = await fakeCloud(state)
  try {
    const [script = ''] = Object.values(writeScript('azure-cli', planWith(values).filter(of), context))
    return await cloud.run(script, ['--yes'], { FAKE_POLICY: policyId(values.subscription, values.group, values.policy) })
  } finally {
    await cloud.close()
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Words that az sends as an address. It takes the ID of a resource as it is: there, a name's own %0a is no newline. */
const ADDRESS = /^--(?:url=|id=https:)/

/** What a word says to Azure: an address in one piece, a body in its members, or itself. */
function read(word: string): unknown {
  const [, name = '', value = ''] = /^--([a-z-]+)=([\s\S]*)$/.exec(word) ?? []
  if (name === 'body' || name === 'properties') return [name, JSON.parse(value)]
  const said = ADDRESS.test(word) ? decoded(word) : word
  // A role assignment's own name is a digest of the others.
  return said.replace(/(?<=roleAssignments\/)[0-9a-f-]{36}/, '')
}

/** The same with the drawn values in place of the plain ones, in every text and as the name of a tag. */
function given(said: unknown, values: Values): unknown {
  if (typeof said === 'string') return said.replaceAll(/token([A-Za-z]+?)end/g, (_all, place: string) => values[place as keyof Values])
  if (Array.isArray(said)) return said.map((each) => given(each, values))
  if (typeof said !== 'object' || said === null) return said
  return Object.fromEntries(Object.entries(said).map(([name, member]) => [given(name, values), given(member, values)]))
}

const DRAWN = [
  ...fc.sample(drawnValues, { seed: SEED, numRuns: 3 }),
  // Looks like a sign of an address that is written by number, and isn't.
  valuesOf((place) => `${place}%0aHARM%2e%2e`),
].map(inWords)

describe('drawn values in a script for Azure CLI that runs', () => {
  it.each(SCRIPTS)(
    'reach az as they are, each in its place, and nothing else happens: %s',
    { timeout: 60_000 },
    async (_what, state, of) => {
      const plain = await ran(state, PLAIN, of)
      const saidPlainly = plain.calls.map((call) => call.map(read))
      expect({ status: plain.status, errors: plain.errors }).toEqual({ status: 0, errors: '' })
      for (const values of DRAWN) {
        const { status, errors, left, calls } = await ran(state, values, of)
        const what = JSON.stringify(values)
        expect({ status, errors, left }, what).toEqual({ status: 0, errors: '', left: [] })
        expect(
          calls.map((call) => call.map(read)),
          what,
        ).toEqual(given(saidPlainly, values))
      }
    },
  )
})

describe('a value with a mark that no script may carry', () => {
  it.each(SCRIPT_LANGUAGES)('is refused in %s, wherever it stands', (language) => {
    const places = fc.constantFrom(...Object.keys(PLAIN))
    fc.assert(
      fc.property(drawnValue, fc.constantFrom(...REFUSED), drawnValue, places, (before, mark, after, place) => {
        const values = { ...PLAIN, [place]: `${before}${mark}${after}` }
        const write = () => writeScript(language, planWith(values), context)
        if (place === 'environment') for (const text of Object.values(write())) expect(text).not.toContain(mark)
        else expect(write).toThrow(ValueRefused)
      }),
      { seed: SEED, numRuns: 100 },
    )
  })
})
