import { describe, expect, it } from 'vitest'
import { GIVES_ROLES } from '#machines/procedure/rights/permissions.ts'
import { judgeRights, nearestOf, type Place, type Places } from '#machines/procedure/rights/places.ts'
import { absent, REFUSALS, refused } from '../../facts.ts'
import { ACCESS_ADMINISTRATOR, CONDITION, CONTRIBUTOR, may, OWNER } from './roles.ts'

const place = (id: string, permissions?: Place['permissions'], isAbsent = false): Place => ({
  id,
  kind: 'resourceGroup',
  name: id,
  absent: isAbsent,
  ...(permissions ? { permissions } : {}),
})
const judged = (...places: Places) => judgeRights(places, [GIVES_ROLES])
const forbidden = refused(REFUSALS.forbidden)

describe('a right at a place', () => {
  it('is what the place itself says, even where above says otherwise', () => {
    expect(judged(place('vault', may(CONTRIBUTOR)), place('group', may(OWNER)))).toMatchObject({ verdict: 'no', place: { id: 'vault' } })
    expect(judged(place('vault', may(OWNER)), place('group', may(CONTRIBUTOR)))).toMatchObject({ verdict: 'yes', place: { id: 'vault' } })
  })

  it('is that of the nearest scope above, where the resource is yet to be created, regardless of its own answer', () => {
    const places: Places = [place('vault', absent, true), place('group', may(OWNER), true), place('subscription', may(CONTRIBUTOR))]
    expect(judged(...places)).toMatchObject({ known: true, verdict: 'no', place: { id: 'subscription' } })
    expect(nearestOf(places).id).toBe('subscription')
  })

  it('is inherited: where the place could not be asked, a yes from above holds and a no says nothing', () => {
    expect(judged(place('vault', forbidden), place('group', may(OWNER)))).toMatchObject({
      known: true,
      verdict: 'yes',
      place: { id: 'group' },
    })
    expect(judged(place('vault', forbidden), place('group', may(CONTRIBUTOR)))).toMatchObject({ known: false, refusal: REFUSALS.forbidden })
    const conditional = may({ ...ACCESS_ADMINISTRATOR, condition: CONDITION })
    expect(judged(place('vault', forbidden), place('group', conditional))).toMatchObject({ known: false })
  })

  it('is not known from a place that does not exist', () => {
    expect(judged(place('vault', forbidden), place('group', may(OWNER), true))).toMatchObject({ known: false, place: { id: 'vault' } })
  })

  it('is not known, without a refusal, where it was not requested', () => {
    expect(judged(place('vault'))).toEqual({ known: false, place: place('vault') })
  })
})
