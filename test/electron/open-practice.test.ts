import { expect, it } from 'vitest'
import { openAtFirstStep } from '#electron/open-practice.ts'
import type { WizardEvent } from '#machines/engine/wizard/events.ts'
import type { WizardView } from '#messages/view.ts'

function hostShowing(...pages: readonly Partial<WizardView>[]) {
  const sent: WizardEvent[] = []
  const listeners = new Set<(view: WizardView) => void>()
  openAtFirstStep(
    {
      send: (event) => void sent.push(event),
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    'ready-to-enable',
  )
  for (const page of pages) for (const listener of [...listeners]) listener(page as WizardView)
  return sent.map(({ type }) => type)
}

it('a case of the command line opens at its first step', () => {
  expect(hostShowing({ page: 'start' }, { page: 'prepare' }, { page: 'prepare' })).toEqual(['OPEN_PRACTICE', 'NEXT'])
})

it('a preparation that the person opens later is not passed', () => {
  expect(hostShowing({ page: 'start' }, { page: 'step' }, { page: 'prepare' })).toEqual(['OPEN_PRACTICE'])
})

it('a case that could not be opened is left alone', () => {
  const problem = { title: 't', meaning: 'm', remedy: 'r', owner: 'you' } as const
  const start = { scenarios: [], clouds: [], connecting: false, problem }
  expect(hostShowing({ page: 'start', start }, { page: 'prepare' })).toEqual(['OPEN_PRACTICE'])
})
