import { describe, expect, it } from 'vitest'
import { DAY } from '../../../machines/engine/durations.ts'
import { initialContext, type WizardContext } from '../../../machines/engine/wizard/context.ts'
import { verbatim } from '../../../machines/messages/message.ts'
import { carryingThings, type ShownThings } from '../../../machines/procedure/key-map/shown.ts'
import { listedOf } from '../../../machines/procedure/listed.ts'
import { CUSTOMER_MANAGED_KEYS } from '../../../machines/procedure/procedure.ts'

const NOW = Date.parse('2026-11-26T12:00:00Z')

function contextWith(things: ShownThings): WizardContext {
  const context = initialContext(CUSTOMER_MANAGED_KEYS)
  const reading = {
    ...{ stepId: 'policy', readAt: NOW, findings: [], plan: [], choiceMissing: false, picture: { kind: 'none' }, found: {} },
    ...{ note: verbatim(''), things: carryingThings(things) },
  }
  return { ...context, missingCount: 0, steps: { ...context.steps, policy: { phase: 'reviewing', receipts: [], reading } } }
}

const key = (expires?: number): NonNullable<ShownThings['key']> => ({
  ...{ id: 'k', name: 'cmk', type: 'RSA' },
  ...(expires === undefined ? {} : { expires }),
})

describe('what the list says of a rotation', () => {
  it.each<[string, ShownThings, unknown]>([
    ['by its policy', { key: key(NOW + 90 * DAY), rotation: { renewsAt: NOW + DAY } }, { at: NOW + DAY, byPolicy: true }],
    ['30 days before the key expires, where no policy renews it', { key: key(NOW + 90 * DAY) }, { at: NOW + 60 * DAY, byPolicy: false }],
    ['never, where the key doesn’t expire', { key: key() }, 'never'],
    ['nothing, where no key was read', {}, undefined],
  ])('is %s', (_, things, rotation) => {
    expect(listedOf(contextWith(things)).rotation).toEqual(rotation)
  })
})
