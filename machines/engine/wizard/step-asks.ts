import { type DisplayText, defineMessages } from '../../messages/message.ts'
import { asksPerson } from '../step/asks-person.ts'
import type { Attestation, Finding } from '../step/finding.ts'
import { blockingFindings, currentOf, type Reading } from '../step/proof.ts'

/** Texts for the open tasks of a step, or of a part of one. */
export const asked = defineMessages('wizard.asked', {
  action: '{count, plural, one {# action required} other {# actions required}}',
  confirm: '{count, plural, other {# to confirm}}',
  planned: '{count, plural, one {# change planned} other {# changes planned}}',
  notChecked: 'Not checked',
})

/** Blocking findings that need action, and those that need confirmation. Every count uses this function. */
export function asking(open: readonly Finding[]): { readonly actions: readonly Finding[]; readonly confirms: readonly Finding[] } {
  return {
    actions: open.filter(({ status }) => status === 'fail'),
    confirms: open.filter(asksPerson),
  }
}

/** Numbers of a stage's open tasks, without planned changes. */
export interface AskedCounts {
  readonly action: number
  readonly confirm: number
}

export function countsOf(reading: Reading | undefined, attestations: readonly Attestation[]): AskedCounts {
  const { actions, confirms } = asking(currentOf(reading) && reading ? blockingFindings(reading, attestations) : [])
  return { action: actions.length, confirm: confirms.length }
}

/** Most important kind of open task in a step, with its findings. */
export type Asks =
  | { readonly state: 'action-required' | 'confirm' | 'not-checked'; readonly findings: readonly [Finding, ...Finding[]] }
  | { readonly state: 'planned'; readonly count: number }

/** @returns nothing where nothing is to be done */
export function askedOf(reading: Reading | undefined, attestations: readonly Attestation[]): Asks | undefined {
  if (!reading || !currentOf(reading)) return undefined
  const open = blockingFindings(reading, attestations)
  const { actions: failing, confirms: questions } = asking(open)
  const [[action, ...actions], [confirm, ...confirms]] = [failing, questions]
  if (action) return { state: 'action-required', findings: [action, ...actions] }
  if (confirm) return { state: 'confirm', findings: [confirm, ...confirms] }
  if (reading.plan.length > 0) return { state: 'planned', count: reading.plan.length }
  const [unread, ...others] = open
  return unread ? { state: 'not-checked', findings: [unread, ...others] } : undefined
}

/** The same in one line, for the list of steps. */
export interface StepAsks {
  /** `stopped`: a run of changes ended before its last one. */
  readonly state: Asks['state'] | 'stopped'
  readonly text: DisplayText
}

/** @returns nothing where nothing is to be done */
export function stepAsks(reading: Reading | undefined, attestations: readonly Attestation[]): StepAsks | undefined {
  const asks = askedOf(reading, attestations)
  switch (asks?.state) {
    case 'action-required':
      return { state: asks.state, text: asked.action({ count: asks.findings.length }) }
    case 'confirm':
      return { state: asks.state, text: asked.confirm({ count: asks.findings.length }) }
    case 'planned':
      return { state: asks.state, text: asked.planned({ count: asks.count }) }
    case 'not-checked':
      return { state: asks.state, text: asked.notChecked }
    default:
      return undefined
  }
}
