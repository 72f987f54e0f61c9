import { expect, it } from 'vitest'
import type { WizardEvent } from '#machines/engine/wizard/events.ts'
import type { WizardSnapshot } from '#machines/engine/wizard/machine.ts'
import { acceptedEvents } from '#machines/engine/wizard/offers.ts'
import { SIDE_PAGES } from '#machines/engine/wizard/side-pages.ts'
import { whyStaying } from '#machines/engine/wizard/to-view.ts'
import { secondPorts } from '#test/second-procedure/ports.ts'
import { openWindow } from '#test/second-procedure/window.ts'

const GOING: readonly WizardEvent[] = [
  ...SIDE_PAGES.map((page) => ({ type: 'GO_TO_PAGE', page }) as const),
  ...['turn-on', 'confirm'].map((step) => ({ type: 'GO_TO_STEP', step }) as const),
]

/** Every state of a walk through both steps and the pages beside them. */
async function states(): Promise<readonly WizardSnapshot[]> {
  const all: WizardSnapshot[] = []
  const { send, until } = openWindow(secondPorts(), (snapshot) => all.push(snapshot))
  send({ type: 'OPEN_PRACTICE', scenario: 'any' })
  await until(({ step }) => step?.phase === 'choosing')
  send({ type: 'CHOOSE_ENVIRONMENT', environmentId: 'e1' })
  await until(({ step }) => step?.phase === 'reviewing')
  for (const page of ['prepare', 'preflight', 'evidence'] as const) {
    send({ type: 'GO_TO_PAGE', page })
    await until((view) => view.page === page)
  }
  send({ type: 'GO_TO_STEP', step: 'turn-on' })
  await until(({ step }) => step?.phase === 'reviewing')
  send({ type: 'REVIEW_PLAN' })
  await until(({ step }) => step?.phase === 'confirming')
  send({ type: 'CONFIRM', typedName: '' })
  await until(({ step }) => step?.proved === true)
  send({ type: 'NEXT' })
  await until(({ step }) => step?.id === 'confirm' && step.phase === 'reviewing')
  send({ type: 'ATTEST', key: 'people-told' })
  await until(({ page }) => page === 'closing')
  return all
}

it('offers to go to a page or a step exactly where the machine goes to one, and says why where it does not', async () => {
  const all = await states()
  const phases = all.map(({ context }) => context.steps['turn-on']?.phase)
  expect(phases).toEqual(expect.arrayContaining(['reviewing', 'rechecking', 'applying', 'waiting']))
  for (const snapshot of all) {
    const taken = new Set(GOING.filter((event) => snapshot.can(event)).map(({ type }) => type))
    const offered = acceptedEvents(snapshot).filter((type) => type === 'GO_TO_PAGE' || type === 'GO_TO_STEP')
    expect(offered.toSorted()).toEqual([...taken].toSorted())
    expect(whyStaying(snapshot) !== undefined).toBe(!taken.has('GO_TO_PAGE'))
  }
})

it('says that changes are being made while they are', async () => {
  const applying = (await states()).find(({ context }) => context.steps['turn-on']?.phase === 'applying')
  expect(applying && whyStaying(applying)).toMatchObject({ messageId: 'wizard.missing.applying' })
})
