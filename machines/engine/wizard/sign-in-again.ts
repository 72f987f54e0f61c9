import { defined } from '../../defined.ts'
import { isServicePrincipal } from '../../sign-in/draft.ts'
import { appCannotConfirm, toolLacksFactor } from '../../sign-in/local-problems.ts'
import type { SignInRequest } from '../../sign-in/sign-in.ts'
import type { Challenge } from '../answer.ts'
import type { SequenceId } from '../step/finding.ts'
import type { Problem } from '../step/problems.ts'
import { recordIn, type WizardContext } from './context.ts'
import type { SigningAgain } from './from-main.ts'
import { problemView } from './step-view.ts'
import type { SignInAgainView } from './view.ts'
import type { StepView } from './view-of-step.ts'

const asked = (context: WizardContext, id: SequenceId): readonly Challenge[] => recordIn(context, id).challenges ?? []

/** The practice person signs in like one who has a browser. */
const wayIn = ({ signedInBy }: WizardContext): SignInRequest['way'] => signedInBy?.way ?? 'browser'

/** A secret is nowhere but with the person, and its form is on the start page; while a change is made its sign-in stays. */
export function maySignInAgain(context: WizardContext, id: SequenceId): boolean {
  const isAsked = asked(context, id).length > 0
  if (isServicePrincipal(wayIn(context)) || context.signInAgain?.state === 'running') return false
  // The practice tenant is signed in to only to answer a service.
  if (context.signedInBy === undefined && !isAsked) return false
  const { phase } = recordIn(context, id)
  return phase === 'waiting' || phase === 'reviewing' || phase === 'choosing' || phase === 'stopped' || (phase === 'pausing' && isAsked)
}

/** What a service asks for comes first: a new sign-in without it would be refused the same. */
export function signingInAgain(context: WizardContext, id: SequenceId): SigningAgain {
  const challenges = asked(context, id)
  if (challenges.length > 0) return { challenges }
  if (!context.signedInBy) throw new Error('No one signed in here')
  return { request: context.signedInBy }
}

const isEnded = ({ wait, problem, findings }: StepView): boolean =>
  [wait?.problem?.refusal, problem?.refusal, ...findings.map(({ refusal }) => refusal)].some(
    (refusal) => refusal?.reason === 'unauthenticated',
  )

/** What only the person can do first, by the way they signed in. */
function first({ tenant }: WizardContext, way: SignInRequest['way'], [challenge]: readonly Challenge[]): Problem | undefined {
  if (challenge === undefined) return undefined
  if (way === 'azure-cli' || way === 'azure-powershell') return toolLacksFactor(way, tenant.account.tenantId, challenge)
  return isServicePrincipal(way) ? appCannotConfirm : undefined
}

/** Offered where something could not be read or changed for want of a sign-in; nothing otherwise. */
export function signInAgainView(context: WizardContext, step: StepView | undefined): SignInAgainView | undefined {
  const { signInAgain, signedInBy } = context
  if (step === undefined) return undefined
  const challenges = asked(context, step.id)
  if (signedInBy === undefined && challenges.length === 0) return undefined
  const way = wayIn(context)
  if (signInAgain?.state === 'running') return { state: 'running', way, ...defined({ progress: signInAgain.progress }) }
  if (!isEnded(step)) return undefined
  const problem = signInAgain?.problem ?? first(context, way, challenges)
  return { state: isServicePrincipal(way) ? 'elsewhere' : 'needed', way, ...(problem ? { problem: problemView(problem) } : {}) }
}
