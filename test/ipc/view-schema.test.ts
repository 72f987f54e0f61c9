import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseView } from '../../ipc/view-schema.ts'
import { allViews, startView, stepView } from '../renderer/views.ts'

describe('the view on its way into the window', () => {
  it.each(Object.entries(allViews))('arrives as it was sent: %s', (_name, view) => {
    expect(parseView(structuredClone(view))).toEqual({ ok: true, view })
  })

  it('is refused with the place that is wrong', () => {
    expect(parseView({ ...startView, page: 'elsewhere' })).toEqual({ ok: false, why: expect.stringMatching(/^page: /) })
    const broken = stepView({})
    expect(parseView({ ...broken, step: { ...broken.step, findings: [{ id: 'F-1' }] } })).toEqual({
      ok: false,
      why: expect.stringMatching(/^step\.findings\.0\./),
    })
  })

  it('holds nothing that the window does not know', () => {
    expect(parseView({ ...startView, token: 'secret' })).toMatchObject({ ok: false })
  })

  it.each([undefined, null, 'view', 7, []])('is not %j', (value) => {
    expect(parseView(value)).toMatchObject({ ok: false })
  })

  it('is never made of any JSON by chance, and refusing never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseView(value).ok).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})
