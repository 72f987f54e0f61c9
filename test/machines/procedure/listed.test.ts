import { describe, expect, it } from 'vitest'
import { DAY } from '#machines/engine/durations.ts'
import { LATEST_INSTANT } from '#machines/engine/instant.ts'
import type { WizardContext } from '#machines/engine/wizard/context.ts'
import { verbatim } from '#machines/messages/message.ts'
import { carryingThings, type ShownThings } from '#machines/procedure/key-map/shown.ts'
import { listedOf } from '#machines/procedure/listed.ts'
import { context as opened } from '../readings.ts'

const NOW = Date.parse('2026-11-26T12:00:00Z')

function contextWith(things: ShownThings): WizardContext {
  const context = opened()
  const reading = {
    stepId: 'policy',
    readAt: NOW,
    findings: [],
    plan: [],
    choiceMissing: false,
    picture: { kind: 'none' },
    found: {},
    note: verbatim(''),
    things: carryingThings(things),
  }
  return { ...context, steps: { ...context.steps, policy: { phase: 'reviewing', receipts: [], reading } } }
}

const key = (expires?: number): NonNullable<ShownThings['key']> => ({
  id: 'k',
  name: 'cmk',
  type: 'RSA',
  ...(expires === undefined ? {} : { expires }),
})

describe('what the list says of a partner’s access', () => {
  const found = (status: 'unknown' | 'warning' | 'pass', endsAt?: number) => {
    const context = contextWith({})
    const finding = { key: 'partner-relationship', status, ...(endsAt === undefined ? {} : { endsAt }) }
    const reading = { ...context.steps.policy?.reading, stepId: 'integration', findings: [finding] } as never
    return { ...context, steps: { ...context.steps, integration: { phase: 'reviewing' as const, receipts: [], reading } } }
  }
  const entered = (context: WizardContext, partnerEndsAt: number): WizardContext => ({
    ...context,
    choices: { ...context.choices, partnerEndsAt } as WizardContext['choices'],
  })
  it.each<[string, WizardContext, number | undefined]>([
    ['what Microsoft Graph shows', entered(found('pass', NOW + DAY), NOW + 9 * DAY), NOW + DAY],
    ['nothing, where that is extended by itself', entered(found('pass'), NOW + 9 * DAY), undefined],
    ['what a person entered, where Graph shows nothing', entered(found('unknown', NOW + 9 * DAY), NOW + 9 * DAY), NOW + 9 * DAY],
    ['what a person entered, before anything is read again', entered(contextWith({}), NOW + 9 * DAY), NOW + 9 * DAY],
    ['nothing, where nothing is known', found('unknown'), undefined],
  ])('is %s', (_, context, at) => {
    expect(listedOf(context).accessEnds).toBe(at)
  })
})

it('says the nearest date of the calendar where a key’s expiration is beyond it', () => {
  expect(listedOf(contextWith({ key: key(8.64e15 + 1) })).keyExpires).toBe(LATEST_INSTANT)
  expect(listedOf(contextWith({ key: key(-5) })).keyExpires).toBe(0)
})

it('says when the key was read last, where it was', () => {
  expect(listedOf(contextWith({ key: key() }))).toMatchObject({ keyReadAt: NOW, keyExpires: 'never' })
  for (const things of [{}, { key: 'absent' }] as const) expect(listedOf(contextWith(things))).not.toHaveProperty('keyReadAt')
})

describe('what the list says of a rotation', () => {
  it.each<[string, ShownThings, unknown]>([
    ['by its policy', { key: key(NOW + 90 * DAY), rotation: { renewsAt: NOW + DAY } }, { at: NOW + DAY, byPolicy: true }],
    ['60 days before the key expires, where no policy renews it', { key: key(NOW + 90 * DAY) }, { at: NOW + 30 * DAY, byPolicy: false }],
    [
      'by a person as well, where its policy comes too late',
      { key: key(NOW + 90 * DAY), rotation: { renewsAt: NOW + 90 * DAY } },
      { at: NOW + 30 * DAY, byPolicy: false },
    ],
    ['never, where the key doesn’t expire', { key: key() }, 'never'],
    [
      'at the nearest date of the calendar, where the key’s is beyond it',
      { key: key(1e300), rotation: { renewsAt: 1e17 } },
      { at: LATEST_INSTANT, byPolicy: true },
    ],
    ['nothing, where no key was read', {}, undefined],
  ])('is %s', (_, things, rotation) => {
    expect(listedOf(contextWith(things)).rotation).toEqual(rotation)
  })
})
