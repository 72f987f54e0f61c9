import type { WizardHost } from '../../host/wizard-host.ts'
import type { WizardView } from '../../messages/view.ts'
import type { WriteRecord } from '../../practice/state.ts'
import type { PracticeTenant } from '../../practice/tenant.ts'
import type { Journal } from '../../records/engagement/journal/journal.ts'
import { type Summary, summarise } from '../../records/evidence/summary.ts'

/** One moment of a walk: what the person reads, what is on record, and what is so. */
export interface Moment {
  readonly view: WizardView
  /** What the journal of the open environment says; absent while there is none. */
  readonly evidence?: Summary
  /** Changes that the practice cloud accepted from this wizard for that environment, oldest first. */
  readonly accepted: readonly WriteRecord[]
}

/** Judges one moment. @returns what is wrong, in sentences; none when everything holds */
type Rule = (moment: Moment) => readonly string[]

/** A heading above something that runs must not say that nothing was done or that nothing can be seen. */
const headingDeniesWhatRuns: Rule = ({ view: { step } }) =>
  step?.phase === 'waiting' && step.problem?.title.startsWith('Done, and not to be seen yet')
    ? [`“${step.problem.title}” above “${step.wait?.title ?? ''}”`]
    : []

/** The page, the evidence and the tenant tell one story. Each rule stands for itself; none repairs what another one finds. */
const RULES: readonly Rule[] = [headingDeniesWhatRuns]

export const complaints = (moment: Moment): readonly string[] => RULES.flatMap((rule) => rule(moment))

interface Watched {
  readonly host: Pick<WizardHost, 'subscribe' | 'view' | 'engagement'>
  readonly practice: Pick<PracticeTenant, 'writes'>
}

/**
 * Judges every page of a walk as it is shown, and the evidence at its end. Only for a walk in which nobody else writes.
 * @returns to be called once the walk has ended and before the host is stopped: what was wrong, each once
 */
export function watchStory({ host, practice }: Watched): () => Promise<readonly string[]> {
  const already = practice.writes().length
  const accepted = () =>
    practice
      .writes()
      .slice(already)
      .filter(({ changed }) => changed)
  const found = new Set<string>()
  let journal: Journal | undefined
  const judge = (moment: Moment): void => {
    for (const each of complaints(moment)) found.add(each)
  }
  const leave = host.subscribe((view) => {
    journal = host.engagement()?.journal ?? journal
    judge({ view, accepted: accepted() })
  })
  return async () => {
    leave()
    judge({ view: host.view(), accepted: accepted(), ...(journal ? { evidence: summarise(await journal.lines()) } : {}) })
    return [...found]
  }
}
