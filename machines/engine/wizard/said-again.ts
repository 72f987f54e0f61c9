import { definitionFor } from '../decisions.ts'
import type { Baseline } from '../drift/baseline.ts'
import { changeId } from '../drift/review.ts'
import { stepIds } from '../procedure.ts'
import type { SequenceId } from '../step/finding.ts'
import { attested, recordIn, type WizardContext } from './context.ts'
import { deciding } from './deciding.ts'
import type { Said } from './said.ts'

/**
 * The sequence with all of that said on top of it, by the rules of the first time: what a decision undoes, it undoes again. What runs at the
 * services is about what was chosen for it, so that choice stays.
 * Decision 0208: not merged member by member: what a decision undoes isn't a member.
 * @param context with the last readings, by which a decision knows what it undoes
 */
export function saidAgain(context: WizardContext, said: readonly Said[]): WizardContext {
  let after = context
  for (const each of said) after = { ...after, ...again(after, each) }
  return after
}

function again(context: WizardContext, said: Said): Partial<WizardContext> {
  if ('attestation' in said) return attested(context, said.attestation)
  if ('told' in said) return { choices: { ...context.choices, told: said.told, ...said.chosen } }
  if ('reviewed' in said) return { atEnd: reviewedAgain(context.atEnd, said.reviewed) }
  const definition = definitionFor(context.procedure.decisions, context, said.decision)
  if (!definition) return {}
  const { place, replaces } = definition
  const rests = replaces ? stepIds(context.procedure) : typeof place === 'string' ? [place] : []
  return rests.some((id) => isUnderWay(context, id)) ? {} : deciding(context, said.decision, said.at)
}

function isUnderWay(context: WizardContext, id: SequenceId): boolean {
  const { pending, schedule } = recordIn(context, id)
  return pending !== undefined || schedule !== undefined
}

/** A review is of one baseline: another end has its own. */
function reviewedAgain(atEnd: Baseline | undefined, { at, findings, reviews = [] }: Baseline): Baseline | undefined {
  const newest = reviews.at(-1)
  if (atEnd?.at !== at || !newest) return atEnd
  const isIts = (finding: Baseline['findings'][number]) => changeId(finding) === changeId(newest)
  const others = atEnd.findings.filter((finding) => !isIts(finding))
  return {
    ...atEnd,
    findings: newest.answer === 'accepted' ? [...others, ...findings.filter(isIts)] : atEnd.findings,
    reviews: [...(atEnd.reviews ?? []), newest],
  }
}
