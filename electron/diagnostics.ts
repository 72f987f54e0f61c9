import { defined } from '#machines/defined.ts'
import { MANAGED_SETTINGS } from '#machines/managed/settings.ts'
import type { ManagedView, ProblemView, RefusalView, WizardView } from '#messages/view.ts'

export interface RefusalToTell {
  readonly reason: RefusalView['reason']
  readonly status?: number
  readonly code?: string
  readonly correlationId?: string
}

export interface DiagnosticSurroundings {
  readonly version: string
  readonly versions: Partial<NodeJS.ProcessVersions>
  readonly os: { readonly platform: string; readonly release: string; readonly arch: string }
  readonly clouds: readonly { readonly id: string; readonly name: string; readonly custom: boolean }[]
  readonly refusal: RefusalToTell | undefined
}

const CODE = /^[A-Za-z][\w.-]{0,79}$/
const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

const problemsIn = (view: WizardView): readonly (ProblemView | undefined)[] => [
  view.step?.problem,
  view.step !== undefined && 'problem' in view.step.picture ? view.step.picture.problem : undefined,
  view.signInAgain !== undefined && 'problem' in view.signInAgain ? view.signInAgain.problem : undefined,
  view.start?.problem,
  view.recovery?.problem,
  view.preflight?.problem,
  view.operations?.drift?.problem,
  view.handOver?.problem,
  ...view.refusedAudiences.map(({ problem }) => problem),
]

const namesIn = ({ who, start }: WizardView): readonly string[] => {
  const request = start?.signIn?.request
  const listed = (start?.tenants ?? []).flatMap(({ id, name, domain }) => [id, name, domain])
  return [who?.customer, who?.tenant, who?.account, who?.environment, request?.tenant, request?.clientId, ...listed]
    .filter((each) => each !== undefined && each !== '')
    .map((each) => String(each).toLowerCase())
}

/**
 * Services' text isn't trusted: codes must look like codes, correlation IDs like GUIDs, and neither may be a customer's name or ID.
 * @returns the shown refusal without message and address
 */
export function refusalToTell(view: WizardView): RefusalToTell | undefined {
  const refusal = problemsIn(view).find((problem) => problem?.refusal !== undefined)?.refusal
  if (refusal === undefined) return undefined
  const { reason, status, code, correlationId } = refusal
  const names = namesIn(view)
  const tells = (form: RegExp, value: string | undefined): value is string =>
    value !== undefined && form.test(value) && !names.some((name) => value.toLowerCase().includes(name))
  return {
    reason,
    ...defined({ status }),
    ...(tells(CODE, code) ? { code } : {}),
    ...(tells(GUID, correlationId) ? { correlationId } : {}),
  }
}

/** Remembers the last refusal on screen, because its page may be gone. */
export function watchRefusals(wizard: {
  view(): WizardView
  subscribe(listener: (view: WizardView) => void): () => void
}): () => RefusalToTell | undefined {
  let last = refusalToTell(wizard.view())
  wizard.subscribe((view) => {
    last = refusalToTell(view) ?? last
  })
  return () => last
}

/** By ID: a custom cloud's name may contain a customer's. */
function cloudOf({ practice, customCloud, who, start }: WizardView, clouds: DiagnosticSurroundings['clouds']): string | undefined {
  if (practice) return 'practice'
  const found = clouds.find(({ id, name }) => (who ? name === who.cloud : id === start?.signIn?.request.cloud))
  if (found !== undefined) return found.custom ? 'custom' : found.id
  return who && customCloud ? 'custom' : undefined
}

/** Names only: values contain tenants and addresses. */
const policiesIn = (managed: ManagedView): readonly string[] | 'unusable' =>
  'problem' in managed ? 'unusable' : MANAGED_SETTINGS.filter((setting) => managed.settings[setting] !== undefined)

/** For support: versions, settings, policies, page and last refusal. No secret, and no customer name or ID. */
export function diagnosticsOf(view: WizardView, { version, versions, os, clouds, refusal }: DiagnosticSurroundings): string {
  const { electron, chrome: chromium, node } = versions
  const { page, step, language, settings, managed } = view
  return JSON.stringify(
    {
      version,
      electron,
      chromium,
      node,
      os,
      language,
      settings,
      policies: managed && policiesIn(managed),
      cloud: cloudOf(view, clouds),
      page,
      step: step?.id,
      phase: step?.phase,
      lastRefusal: refusal,
    },
    undefined,
    2,
  )
}
