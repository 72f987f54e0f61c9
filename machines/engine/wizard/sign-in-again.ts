import { defined } from '../../defined.ts'
import { isServicePrincipal } from '../../sign-in/draft.ts'
import type { SequenceId } from '../step/finding.ts'
import { recordIn, type WizardContext } from './context.ts'
import { problemView } from './step-view.ts'
import type { SignInAgainView } from './view.ts'
import type { StepView } from './view-of-step.ts'

/** A secret is nowhere but with the person, and its form is on the start page; while a change is made its sign-in stays. */
export function maySignInAgain(context: WizardContext, id: SequenceId): boolean {
  const { signedInBy, signInAgain } = context
  if (signedInBy === undefined || isServicePrincipal(signedInBy.way) || signInAgain?.state === 'running') return false
  const { phase } = recordIn(context, id)
  return phase === 'waiting' || phase === 'reviewing' || phase === 'choosing' || phase === 'stopped'
}

const isEnded = ({ wait, problem, findings }: StepView): boolean =>
  [wait?.problem?.refusal, problem?.refusal, ...findings.map(({ refusal }) => refusal)].some(
    (refusal) => refusal?.reason === 'unauthenticated',
  )

/** Offered where something could not be read because the sign-in has ended; nothing otherwise. */
export function signInAgainView({ signInAgain, signedInBy }: WizardContext, step: StepView | undefined): SignInAgainView | undefined {
  if (signedInBy === undefined || step === undefined) return undefined
  const { way } = signedInBy
  if (signInAgain?.state === 'running') return { state: 'running', way, ...defined({ progress: signInAgain.progress }) }
  if (!isEnded(step)) return undefined
  if (isServicePrincipal(way)) return { state: 'elsewhere', way }
  return { state: 'needed', way, ...(signInAgain ? { problem: problemView(signInAgain.problem) } : {}) }
}
