import { expect, it } from 'vitest'
import type { FindingView } from '#messages/view.ts'
import { workplace } from '../engagement/working.ts'

const offersOf = (findings: readonly FindingView[] | undefined) =>
  Object.fromEntries((findings ?? []).flatMap(({ key, offer }) => (offer?.event === 'GO_TO_PAGE' ? [[key, offer]] : [])))

it('leads a Power Platform administrator without a subscription from step 3 to its hand-over', async () => {
  const place = await workplace()
  const grace = place.start({}, 'grace')
  grace.signIn()
  const form = await grace.walkUntil(({ step }) => step?.id === 'policy' && step.phase === 'choosing')
  expect(form.step?.picture).toMatchObject({ kind: 'policy', form: { chosen: false, subscriptions: [] } })
  grace.host.send({ type: 'GO_TO_PAGE', page: 'hand-over', step: 'policy' })
  expect(grace.host.view()).toMatchObject({ page: 'hand-over', handOver: { chosen: true, suggested: 'policy' } })
  // Opened directly, the page suggests the step that was on screen.
  grace.host.send({ type: 'BACK' })
  grace.host.send({ type: 'GO_TO_STEP', step: 'integration' })
  grace.host.send({ type: 'GO_TO_PAGE', page: 'hand-over' })
  expect(grace.host.view().handOver?.suggested).toBe('integration')
}, 60_000)

it('leads a Contributor who may not give roles from each finding about it to the hand-over of step 3', async () => {
  const place = await workplace()
  const carl = place.start({}, 'carl')
  carl.signIn()
  const { step, can } = await carl.walkUntil((view) => view.step?.id === 'policy' && view.step.phase === 'reviewing')
  expect(can).not.toContain('REVIEW_PLAN')
  const offers = offersOf(step?.findings)
  const blockingFindings = (step?.findings ?? []).filter(({ status, planned, owner }) => status === 'fail' && !planned && owner !== 'you')
  expect(blockingFindings.map(({ key }) => key)).toContain('may-give-key-access')
  for (const { key } of blockingFindings)
    expect(offers[key], key).toEqual({
      event: 'GO_TO_PAGE',
      page: 'hand-over',
      step: 'policy',
      title: 'Hand over step 3 to the key vault admin',
    })
}, 60_000)

it('lets a key vault administrator who sees no environment open a hand-over', async () => {
  const place = await workplace()
  const kim = place.start({}, 'kim')
  kim.signIn()
  const first = await kim.walkUntil(({ step }) => step?.id === 'integration' && step.phase === 'choosing')
  expect(first.step?.picture).toMatchObject({ kind: 'environments', environments: [] })
  kim.host.send({ type: 'GO_TO_PAGE', page: 'hand-over' })
  expect(kim.host.view()).toMatchObject({ page: 'hand-over', handOver: { chosen: false } })
}, 60_000)
