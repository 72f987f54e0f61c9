import { beforeAll, describe, expect, it } from 'vitest'
import type { WizardView } from '#messages/view.ts'
import { caseOf, walkedToItsEnd } from '../practised.ts'
import { disagreements } from './agreement.ts'

/* Proves that the comparison of the voices sees one that says otherwise. */

let linked: WizardView
/** The same once the environment shows the key. */
let encrypted: WizardView
beforeAll(async () => {
  const run = await walkedToItsEnd(caseOf('ready-to-enable'))
  linked = run.host.view()
  if (!linked.keyMap) throw new Error('The end shows no map.')
  encrypted = { ...linked, situation: { kind: 'done' }, keyMap: { ...linked.keyMap, headline: 'encrypted' } }
  await run.host.stop()
})

type Situation = NonNullable<WizardView['situation']>
type Shown = Pick<WizardView, 'emergency' | 'otherPolicy' | 'stepper'> & { readonly map: NonNullable<WizardView['keyMap']>['headline'] }

/** The end of a walk, with a situation and with voices that say something else. */
function said(situation: Situation, { map, ...voices }: Partial<Shown> = {}): WizardView {
  const { keyMap } = encrypted
  return { ...encrypted, situation, ...voices, ...(keyMap && map ? { keyMap: { ...keyMap, headline: map } } : {}) }
}
const way = { operation: 're-enable', title: 'Re-enable' }
const done: Situation = { kind: 'done' }
const failed: Situation = { kind: 'failed', part: 'membership', place: 4, headline: 'Encryption failed at Microsoft' }
const asking = (state: 'action-required' | 'planned'): WizardView['stepper'] =>
  encrypted.stepper.map((entry) => (entry.id === 'membership' ? { ...entry, asks: { state, text: '1 change planned' } } : entry))

describe('the comparison of the voices', () => {
  it('finds nothing at the end of a walk, nor where all say the same of a failure', () => {
    expect(disagreements({ view: linked, recorded: ['unread'] })).toEqual([])
    expect(disagreements({ view: encrypted, recorded: ['done'] })).toEqual([])
    expect(disagreements({ view: said(failed, { map: 'failed', stepper: asking('action-required') }), recorded: ['failed'] })).toEqual([])
  })

  it.each<[string, () => WizardView, ('done' | 'ready' | 'unread')?]>([
    ['a record that says done of what has failed', () => said(failed, { map: 'failed', stepper: asking('action-required') }), 'done'],
    ['a record that plans what is done', () => encrypted, 'ready'],
    ['a record that knows nothing of what is done', () => encrypted, 'unread'],
    ['a line above the page that says locked', () => said(done, { emergency: { ...way, text: 'Offline' } })],
    ['a map that doesn’t show the lock', () => said({ kind: 'locked' })],
    [
      'a line about another policy that isn’t so',
      () => said(done, { otherPolicy: { text: 'Another policy', step: 'membership', environmentId: 'e', chosen: 'cmk', ways: [way] } }),
    ],
    ['another policy that no line is about', () => said({ kind: 'wrong-policy' }, { map: 'connected' })],
    ['a closed lock over what needs action', () => said({ kind: 'yours', part: 'policy' })],
    ['a closed lock over a question', () => said({ kind: 'question', part: 'environment' })],
    ['a closed lock over a plan', () => said({ kind: 'ready', part: 'membership' })],
    ['a closed lock over a locked environment', () => said({ kind: 'locked' }, { map: 'encrypted' })],
    ['a map that says failed of what is done', () => said(done, { map: 'failed' })],
    ['a map that says failed of a plan', () => said({ kind: 'ready', part: 'membership' }, { map: 'failed' })],
    ['a map that is ready over a failure', () => said(failed, { map: 'ready', stepper: asking('action-required') })],
    ['a map that is connected over a failure', () => said(failed, { map: 'connected', stepper: asking('action-required') })],
    ['a list of steps that plans what has failed', () => said(failed, { map: 'failed', stepper: asking('planned') })],
    ['a list of steps that is silent about a failure', () => said(failed, { map: 'failed' })],
    ['a list of steps that asks for what is done', () => said(done, { stepper: asking('planned') })],
    ['a card without a heading', () => said({ kind: 'failed', part: 'x', card: { tone: 'danger', now: '', act: '', points: [] } })],
  ])('finds %s', (_, view, recorded) => {
    expect(disagreements({ view: view(), recorded: recorded && [recorded] })).not.toEqual([])
  })
})
