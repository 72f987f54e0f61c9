import type { WizardEvent } from '../../machines/engine/wizard/events.ts'
import { decide } from '../../machines/procedure/decide.ts'
import type { WizardView } from '../../messages/view.ts'

/**
 * What a person on a walk does about what the key covers: they go on from the preparation, go where a finding leads, and say that what most
 * environments have is used. Both apps are covered, so that nothing is left to acknowledge.
 * @returns the next event; nothing where the walk continues with its step
 */
export function assessing({ page, coverage, step }: WizardView): WizardEvent | undefined {
  if (page === 'prepare') return { type: 'NEXT' }
  if (page === 'coverage' && coverage)
    return coverage.answering ? decide({ kind: 'use-apps', apps: ['finance', 'supply-chain-management'] }) : { type: 'BACK' }
  const offer =
    step?.phase === 'reviewing'
      ? step.findings.find((finding) => finding.offer?.event === 'GO_TO_PAGE' && finding.offer.page === 'coverage')?.offer
      : undefined
  return offer?.event === 'GO_TO_PAGE' ? { type: 'GO_TO_PAGE', page: offer.page } : undefined
}
