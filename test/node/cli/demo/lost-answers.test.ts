import { beforeAll, describe, expect, it } from 'vitest'
import type { Fault } from '#node/practice/faults.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import { wayOf } from '#test/faults/afterwards.ts'
import { type Call, type Left, undisturbed, walkWith } from '#test/faults/one-case.ts'

// A walk is a thousand requests in one process: a second alone on a core, several on a busy one.
const WALK_TIMEOUT = { timeout: 60_000 }

const scenario = scenarioByName('ready-to-enable')
if (!scenario) throw new Error('The scenario is not there.')

describe('a change that the service made and whose answer says otherwise', () => {
  let clean: Left
  beforeAll(async () => {
    clean = await undisturbed({ scenario })
  }, WALK_TIMEOUT.timeout)

  const callTo = (path: RegExp): Call => {
    const call = clean.calls.find((each) => each.method !== 'GET' && path.test(each.path))
    if (!call) throw new Error(`No call to ${path}`)
    return call
  }

  // The page, the evidence and the tenant are compared with each other in every walk; a complaint is in `failed`.
  it.each<readonly [string, RegExp, Fault, readonly RegExp[]]>([
    ['the key', /\/keys\/[^/]+\/create$/, '500-after', [/^Ended early\. This change is done: Create the key/]],
    ['the key', /\/keys\/[^/]+\/create$/, 'cut-body', [/^Ended early\. This change is done: Create the key/]],
    ['the link', /\/Encryption\/link$/, '500-after', []],
    ['the link', /\/Encryption\/link$/, '409-already-so', []],
    // It is registered by the time the person applies the rest.
    [
      'the registration',
      /\/register$/,
      'reset-after',
      [/^Ended early\. This change has started: Register/, /^The tenant has changed since/],
    ],
  ])('%s by %s, %s: is found, shown once and logged', WALK_TIMEOUT, async (_name, path, fault, words) => {
    const { failed, lost, duplicates, told, met } = await walkWith({ scenario }, callTo(path), fault, false, clean)
    expect({ failed, lost, duplicates }).toEqual({ failed: [], lost: [], duplicates: [] })
    expect(met).toBe(1)
    expect(told.map(({ title }) => title)).toEqual(words.map((each) => expect.stringMatching(each)))
  })

  it('an alert that Azure is still creating, refused because it already exists: is the wizard’s own change', WALK_TIMEOUT, async () => {
    const way = wayOf('protecting')
    const left = await undisturbed(way)
    const call = left.calls.find(({ method, path }) => method === 'PUT' && path.endsWith('/customer-managed-key-near-expiry'))
    if (!call) throw new Error('No alert is created.')
    const { failed, lost, duplicates } = await walkWith(way, call, '409-already-so', false, left)
    expect({ failed, lost, duplicates }).toEqual({ failed: [], lost: [], duplicates: [] })
  })
})
