import { expect, it } from 'vitest'
import type { PolicyChoices } from '#machines/procedure/choices.ts'
import { decide } from '#machines/procedure/decide.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import { PEOPLE } from '#node/practice/world.ts'
import { workplace } from '../engagement/working.ts'

it('tells a partner at sign-in that the account belongs to another tenant, and refuses the own object id before the first write', async () => {
  const place = await workplace('partner-by-delegation')
  const chosen = scenarioByName('partner-by-delegation')?.choices.policy as PolicyChoices
  const petra = place.start({}, 'petra')
  petra.signIn()
  const first = await petra.walkUntil(({ step }) => step?.phase === 'choosing')
  expect(first.who?.note).toContain('belongs to another tenant')
  expect(first.step?.findings.find(({ key }) => key === 'account-of-this-tenant')).toMatchObject({ status: 'warning', id: 'F-108' })

  const form = await petra.walkUntil(({ step }) => step?.id === 'policy' && step.phase === 'choosing')
  expect(form.step?.picture).toMatchObject({
    kind: 'policy',
    form: { values: { administratorObjectId: '' }, account: { elsewhere: true } },
  })
  petra.host.send(decide({ kind: 'choose-policy', policy: { ...chosen, administratorObjectId: PEOPLE.petra.objectId } }))
  const own = await petra.until(({ step }) => step?.id === 'policy' && step.phase === 'reviewing')
  expect(own.step?.findings.find(({ key }) => key === 'reader-of-this-tenant')).toMatchObject({ status: 'fail', id: 'F-703' })
  expect(own.step?.plan.map(({ kind }) => kind)).toContain('grant-reader')
  expect(own.can).not.toContain('REVIEW_PLAN')
  expect(place.server.tenant.writes()).toEqual([])

  petra.host.send(decide({ kind: 'choose-policy', policy: chosen }))
  const other = await petra.until(
    ({ step }) => step?.phase === 'reviewing' && !step.findings.some(({ key }) => key === 'reader-of-this-tenant'),
  )
  expect(other.can).toContain('REVIEW_PLAN')
}, 60_000)
