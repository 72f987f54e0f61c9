import { defined } from '../../defined.ts'
import { sameId } from '../../engine/ids.ts'
import type { Finding } from '../../engine/step/finding.ts'
import { newestEnvironment, type WizardContext } from '../../engine/wizard/context.ts'
import { contradictionView, sourceViews } from '../../engine/wizard/step-view.ts'
import type { ContradictionView, SourceView } from '../../engine/wizard/view-of-step.ts'
import { type DisplayText, verbatim } from '../../messages/message.ts'
import type { Choices } from '../choices.ts'
import { currentThings, newestThings, ofItsPolicy } from '../key-map/key-map-view.ts'
import type { ShownThings } from '../key-map/shown.ts'
import { hsmIdIn, storeOf } from '../key-store.ts'
import { isLandscape } from '../landscape/landscape.ts'
import { isOnPolicy, type Member } from '../landscape/members.ts'
import { deletionOf } from '../operations/re-enable/deletion.ts'
import { isElsewhere, isInPolicy } from '../other-policy.ts'
import { messages } from './messages.ts'
import { type WhatIf, whatIf } from './what-if.ts'

/** Causes of an outage on the policy, and whether any happened. */
export interface WhatIfView {
  /** Affected environments, each with its deletion date if the key doesn't return. */
  readonly environments: readonly { readonly name: DisplayText; readonly deadline: DisplayText }[]
  /** Last reading, in milliseconds since 1970-01-01T00:00:00Z; absent if unread. */
  readonly readAt?: number
  readonly rows: readonly WhatIfRow[]
}

export interface WhatIfRow extends Omit<WhatIf, 'sources' | 'contradiction'> {
  readonly sources: readonly SourceView[]
  readonly contradiction?: ContradictionView
}

const expiresOf = ({ key }: ShownThings): number | 'never' | undefined =>
  key === undefined || key === 'absent' ? undefined : (key.expires ?? 'never')

/** ID of the Managed HSM, if the key is in one. */
function hsmOf({ vault }: ShownThings, { policy }: Choices, heldBy: string | undefined): string | undefined {
  if (vault !== undefined && vault !== 'absent') return hsmIdIn(storeOf(vault.id))
  return isElsewhere(policy, heldBy) ? undefined : hsmIdIn(policy)
}

/** Other environments seen in the policy. Possibly incomplete: only those with finance and operations are read. */
const alsoOn = ({ landscape }: WizardContext, environment: ReturnType<typeof newestEnvironment>): readonly Member[] =>
  landscape && isLandscape(landscape.carried) && environment?.heldBy !== undefined
    ? landscape.carried.members.filter((member) => !sameId(member.id, environment.id) && isOnPolicy(member, environment.heldBy))
    : []

const newestFindings = (context: WizardContext): readonly Finding[] =>
  [...Object.values(context.steps), ...Object.values(context.operations)]
    .flatMap(({ reading }) =>
      reading?.environment === undefined || sameId(reading.environment.id, context.choices.environmentId) ? (reading ?? []) : [],
    )
    .filter(({ oldSince }) => oldSince === undefined)
    .filter(ofItsPolicy(context))
    .sort((a, b) => b.readAt - a.readAt)
    .flatMap(({ findings }) => findings)

/** Undefined outside a policy: no customer key can lock the environment. */
export function whatIfView(context: WizardContext): WhatIfView | undefined {
  const environment = newestEnvironment(context)
  if (environment && !isInPolicy(environment)) return undefined
  const { references } = context.procedure
  const things = newestThings(context)
  const { environment: shown } = things
  // A key that is lost makes the readings from before old: they say nothing of now.
  const { losses } = currentThings(context)
  return {
    environments: [
      ...(shown ? [{ name: verbatim(shown.name), deadline: deletionOf({ sku: shown.type }) }] : []),
      ...alsoOn(context, environment).map(({ name, type }) => ({ name: verbatim(name), deadline: deletionOf({ sku: type }) })),
      { name: messages.otherEnvironments, deadline: deletionOf({ sku: '' }) },
    ],
    ...defined({ readAt: losses?.at }),
    rows: whatIf({
      ...defined({ losses: losses?.readings, expires: expiresOf(things), hsm: hsmOf(things, context.choices, environment?.heldBy) }),
      findings: newestFindings(context),
    }).map(({ sources, contradiction, ...row }) => ({
      ...row,
      sources: sourceViews(references, sources),
      ...(contradiction ? { contradiction: contradictionView(references, contradiction) } : {}),
    })),
  }
}
