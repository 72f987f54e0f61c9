import { expect, it } from 'vitest'
import type { WizardEvent } from '#machines/engine/wizard/events.ts'
import { SIDE_PAGES } from '#machines/engine/wizard/side-pages.ts'
import { OPERATION_IDS, STEP_IDS } from '#machines/procedure/procedure.ts'
import type { WizardView } from '#messages/view.ts'
import { caseOf, walkedToItsEnd } from '../practised.ts'

/** What every page shows of the environment, without the mark of the page on screen. */
const stateIn = ({ keyMap, stepper, who }: WizardView) => ({
  who,
  headline: keyMap?.headline,
  elements: keyMap?.elements.map(({ element, state, word, form, outline }) => ({ element, state, word, form, outline })),
  ticked: stepper.filter(({ state }) => state === 'done' || state === 'now').map(({ id, note }) => ({ id, note })),
})

it('opening a page changes no state, while it is being read and afterwards', async () => {
  const { host, until } = await walkedToItsEnd(caseOf('ready-to-enable'))
  const before = stateIn(await until(({ keyMap }) => keyMap?.checking === false))
  const pages: readonly (readonly WizardEvent[])[] = [
    ...SIDE_PAGES.map((page) => [{ type: 'GO_TO_PAGE', page } as const]),
    ...OPERATION_IDS.map((operation) => [
      { type: 'GO_TO_PAGE', page: 'operations' } as const,
      { type: 'OPEN_OPERATION', operation } as const,
    ]),
    ...STEP_IDS.map((step) => [{ type: 'GO_TO_STEP', step } as const]),
  ]
  expect(before).toMatchObject({ headline: 'linked', ticked: { length: STEP_IDS.length } })
  for (const events of pages) {
    for (const event of events) host.send(event)
    const { page, step } = host.view()
    expect(events.at(-1)).toMatchObject(step ? { [page === 'step' ? 'step' : 'operation']: step.id } : { page })
    expect(stateIn(host.view()), JSON.stringify(events)).toEqual(before)
    expect(stateIn(await until(({ keyMap }) => keyMap?.checking === false)), JSON.stringify(events)).toEqual(before)
  }
  await host.stop()
})
