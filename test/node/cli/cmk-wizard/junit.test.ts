import path from 'node:path'
import { type Element, Window } from 'happy-dom'
import { describe, expect, it } from 'vitest'
import { TimeIsOver } from '#node/cli/cmk-wizard/at-once.ts'
import { checkedCases, junit } from '#node/cli/cmk-wizard/junit.ts'
import type { Checked, ExitCode } from '#node/cli/cmk-wizard/results.ts'
import type { Surroundings } from '#node/cli/cmk-wizard/running.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import { english } from '#test/english.ts'
import { testFolder } from '#test/folder.ts'
import { command } from './in-process.ts'
import { CASE, keptCase } from './kept-record.ts'
import { disablingTheKey, leapingClock, openCase, practiceIdentity } from './practice-identity.ts'

const environmentId = scenarioByName(CASE)?.environmentId ?? ''
const VARIABLES = { LANG: 'en_US.UTF-8', AZURE_CLIENT_SECRET: 'x' }

/** Attributes that must be there, and how they are written: of Ant's schema, which is the stricter one; Jenkins' has no other. */
const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  testsuites: {},
  testsuite: {
    name: /\S/,
    package: /^/,
    id: /^\d+$/,
    hostname: /\S/,
    timestamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
    tests: /^\d+$/,
    failures: /^\d+$/,
    errors: /^\d+$/,
    skipped: /^\d+$/,
    time: /^\d+(\.\d+)?$/,
  },
  properties: {},
  property: { name: /\S/, value: /^/ },
  testcase: { name: /\S/, classname: /\S/, time: /^\d+(\.\d+)?$/ },
  failure: { type: /\S/, message: /^/ },
  error: { type: /\S/, message: /^/ },
  skipped: {},
  'system-out': {},
  'system-err': {},
}

/** Names of each element's children, in order. */
const CHILDREN: Readonly<Record<string, RegExp>> = {
  testsuites: /^(testsuite )*$/,
  testsuite: /^properties (testcase )*system-out system-err $/,
  properties: /^(property )*$/,
  testcase: /^((skipped|error|failure) )?$/,
}

function problemsOf(element: Element): readonly string[] {
  const name = element.tagName
  const wanted = ATTRIBUTES[name]
  if (!wanted) return [`${name} isn't known`]
  const children = [...element.children]
  const written = children.map((each) => `${each.tagName} `).join('')
  const counts = { tests: 'testcase', failures: 'testcase > failure', errors: 'testcase > error', skipped: 'testcase > skipped' }
  return [
    ...Object.entries(wanted).flatMap(([attribute, form]) =>
      element.hasAttribute(attribute) && form.test(element.getAttribute(attribute) ?? '') ? [] : [`${name} ${attribute}`],
    ),
    ...element.getAttributeNames().flatMap((attribute) => (attribute in wanted ? [] : [`${name} has ${attribute}`])),
    ...((CHILDREN[name] ?? /^$/).test(written) ? [] : [`${name} holds ${written}`]),
    ...(name === 'testsuite'
      ? Object.entries(counts).flatMap(([attribute, selector]) =>
          Number(element.getAttribute(attribute)) === element.querySelectorAll(selector).length ? [] : [`wrong ${attribute}`],
        )
      : []),
    ...children.flatMap(problemsOf),
  ]
}

const ENTITY = '&(?:amp|lt|gt|quot);'
const ATTRIBUTE = `\\s+[\\w-]+="(?:[^"<&]|${ENTITY})*"`
const TAG = new RegExp(`<(/?)([\\w-]+)(?:${ATTRIBUTE})*\\s*(/?)>`, 'g')

/** Stricter than the parser, which forgives: every start has its end, nothing but tags has angle brackets, and all signs are escaped. */
function isWellFormed(text: string): boolean {
  const open: string[] = []
  for (const [, end, name = '', alone] of text.matchAll(TAG)) {
    if (end && open.pop() !== name) return false
    if (!end && !alone) open.push(name)
  }
  const rest = text.replaceAll(TAG, '').replaceAll(new RegExp(ENTITY, 'g'), '')
  return open.length === 0 && !/[<>&]/.test(rest) && !/(?![\t\n])[\p{Cc}\p{Surrogate}\ufffe\uffff]/u.test(text)
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
const { DOMParser } = new Window()

/** The root of a document that is well-formed and keeps both schemas. @throws with what is wrong */
function parsed(xml: string): Element {
  if (!xml.startsWith(DECLARATION) || !isWellFormed(xml.slice(DECLARATION.length))) throw new Error('It isn’t well-formed.')
  const { documentElement: root } = new DOMParser().parseFromString(xml, 'application/xml')
  const problems = root.tagName === 'testsuites' ? problemsOf(root) : [`It begins with ${root.tagName}`]
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return root
}

const outcomes = (root: Element): readonly string[] =>
  [...root.querySelectorAll('failure, error')].map((each) => `${each.tagName} ${each.getAttribute('type')}`)

const single = (state: Checked['state'], code: ExitCode, wish: Partial<Checked> = {}, customer = 'Contoso') => {
  const each: Checked = { id: environmentId, name: 'PROD', state, findings: [], unread: [], changes: [], ...wish }
  const codes = { [state]: code } as Record<Checked['state'], ExitCode>
  return junit(english, { customers: [{ customer, practice: false, environments: [each] }] }, codes, checkedCases, 0)
}

const FINDING: Omit<Checked['findings'][number], 'status'> = {
  step: 'policy',
  key: 'vault.purge',
  id: 'F-1',
  planned: false,
  confirmed: false,
  title: 'Purge protection',
  found: 'It’s off.',
  remedy: 'Turn it on.',
  owner: 'key-vault-administrator',
  source: { title: 'Keys', url: 'https://learn.microsoft.com/', edition: '2026-01-01' },
}

describe('the rules for JUnit’s XML', () => {
  const good = single('action-required', 1, { findings: [{ ...FINDING, status: 'fail' }] })

  it('hold what is written', () => expect(() => parsed(good)).not.toThrow())

  it.each([
    ['an element that isn’t closed', (xml: string) => xml.replace('</testcase>', ''), /well-formed/],
    ['a sign that isn’t escaped', (xml: string) => xml.replace('Purge', 'Purge <'), /well-formed/],
    ['a missing attribute', (xml: string) => xml.replace(' hostname="localhost"', ''), /testsuite hostname/],
    ['another attribute', (xml: string) => xml.replace('<testsuites', '<testsuites color="red"'), /testsuites has color/],
    ['a time with a zone', (xml: string) => xml.replace('T00:00:00"', 'T00:00:00Z"'), /timestamp/],
    ['a wrong count', (xml: string) => xml.replace('failures="2"', 'failures="1"'), /wrong failures/],
    ['another order', (xml: string) => xml.replace('<system-out/>\n<system-err/>', '<system-err/>\n<system-out/>'), /testsuite holds/],
  ])('refuse %s', (_what, damage, why) => {
    expect(damage(good)).not.toBe(good)
    expect(() => parsed(damage(good))).toThrow(why)
  })
})

describe('results as JUnit’s XML', () => {
  it.each([
    ['in-order', 0, []],
    ['running', 0, []],
    ['to-confirm', 1, ['failure to-confirm']],
    ['changes-planned', 1, ['failure changes-planned']],
    ['action-required', 1, ['failure action-required']],
    ['not-read', 3, ['error not-read']],
    ['canceled', 130, ['error canceled']],
  ] as const)('fail for an environment that is %s exactly where the exit code does', (state, code, expected) => {
    expect(outcomes(parsed(single(state, code)))).toEqual(expected)
  })

  it.each([
    ['fails', { status: 'fail' }, 'failure'],
    ['no one has confirmed yet', { status: 'unknown' }, 'failure'],
    ['a person has confirmed', { status: 'unknown', confirmed: true }, undefined],
    ['a planned change resolves', { status: 'fail', planned: true }, 'skipped'],
    ['only warns', { status: 'warning' }, 'skipped'],
    ['passed', { status: 'pass' }, undefined],
  ] as const)('show a check that %s', (_what, finding, expected) => {
    const root = parsed(single('action-required', 1, { findings: [{ ...FINDING, ...finding }] }))
    const found = root.querySelector('testcase[classname="policy"]')
    expect(found?.getAttribute('name')).toBe('vault.purge')
    expect(found?.firstElementChild?.tagName).toBe(expected)
    if (!expected) return
    expect(found?.firstElementChild?.getAttribute('message') ?? found?.textContent).toContain('Purge protection')
    expect(found?.textContent).toContain('Turn it on.')
  })

  it('fail for nothing while an operation runs, which ends with 0', () => {
    expect(outcomes(parsed(single('running', 0, { findings: [{ ...FINDING, status: 'unknown' }] })))).toEqual([])
  })

  it('give hostile names back as they are shown anywhere, and stay well-formed', () => {
    const hostile = ']]><!-- & "\'\u0000\u001b[31m\u202e\ud800\uffff</testsuite>👩\u200d🔧'
    const root = parsed(single('in-order', 0, { name: hostile }, hostile))
    const shown = ']]><!-- & "\'\\u{0}\\u{1b}[31m\\u{202e}\\u{d800}\\u{ffff}</testsuite>👩\u200d🔧'
    const suite = root.querySelector('testsuite')
    expect([suite?.getAttribute('name'), suite?.getAttribute('package')]).toEqual([shown, shown])
  })
})

describe('--format junit', () => {
  const signIn = { way: 'secret', clientId: '11111111-2222-4333-8444-555555555555' }
  const list = () =>
    path.join(
      testFolder({
        'customers.json': JSON.stringify({
          format: 'cmk-wizard-customers',
          version: 1,
          customers: ['good.example', 'gone.example'].map((tenant) => ({ name: tenant, tenant, environments: [environmentId], signIn })),
        }),
      }),
      'customers.json',
    )
  const run = (words: readonly string[], wish: Partial<Surroundings> = {}) =>
    command(words, {
      variables: VARIABLES,
      identity: practiceIdentity({ 'good.example': () => openCase(CASE) }),
      clock: leapingClock(),
      ...wish,
    })

  it('has an error for a customer that can’t be read, beside what was read of the others', async () => {
    const { code, out } = await run(['check', '--customers', list(), '--format', 'junit'])
    const root = parsed(out)
    expect(code).toBe(3)
    const suites = [...root.querySelectorAll('testsuite')].map((each) => [
      each.getAttribute('package'),
      Number(each.getAttribute('errors')),
    ])
    expect(suites).toEqual([
      ['good.example', 0],
      ['gone.example', 1],
      ['gone.example', 1],
    ])
    expect(root.querySelectorAll('testsuite[package="good.example"] testcase').length).toBeGreaterThan(10)
  })

  it('says that results are partial', async () => {
    const abort = new AbortController()
    abort.abort(new TimeIsOver())
    const { code, out } = await run(['check', '--customers', list(), '--format', 'junit'], { signal: abort.signal })
    expect(code).toBe(3)
    expect(parsed(out).querySelectorAll('property[name="partial"][value="timed-out"]').length).toBeGreaterThan(0)
  })

  it('shows drift, and fails exactly where something has changed', async () => {
    const kept = await keptCase()
    const words = ['drift', '--tenant', 'good.example', '--sign-in', 'secret', '--client-id', signIn.clientId, '--folder', kept.folder]
    const quiet = await run([...words, '--format', 'junit'])
    expect([quiet.code, outcomes(parsed(quiet.out))]).toEqual([0, []])
    const changing = practiceIdentity({ 'good.example': () => openCase(CASE, [], disablingTheKey) })
    const changed = await run([...words, '--format', 'junit'], { identity: changing })
    expect(changed.code).toBe(1)
    expect(outcomes(parsed(changed.out))).toEqual(expect.arrayContaining(['failure changed', 'failure worse']))
  })

  it.each([
    ['check', ['--format', 'html'], '--format takes one of: junit.'],
    ['drift', ['--format', 'junit', '--json'], '--json and --format can’t be combined.'],
    ['report', ['--format', 'junit'], '--format takes one of: html, json.'],
    ['plan', ['--format', 'junit'], 'plan has no option --format.'],
  ])('is refused where it isn’t one: %s', async (verb, words, why) => {
    const { code, err } = await run([verb, ...(verb === 'report' ? [] : ['--practice', CASE]), ...words])
    expect([code, err]).toEqual([2, expect.stringContaining(why)])
  })
})
