import { CLOUDS } from '../machines/cloud/cloud.ts'
import type { Clock } from '../machines/engine/clock.ts'
import { present } from '../machines/present.ts'
import { isAction } from '../machines/procedure/action.ts'
import type { Choices } from '../machines/procedure/choices.ts'
import { directoryIn } from '../machines/procedure/directory.ts'
import { addressesIn } from '../machines/procedure/link-context.ts'
import { listedOf } from '../machines/procedure/listed.ts'
import { LISTED_AS } from '../machines/procedure/listed-as.ts'
import type { Target } from '../machines/procedure/pilot/applied.ts'
import { PRESENTATION } from '../machines/procedure/presentation.ts'
import { CUSTOMER_MANAGED_KEYS } from '../machines/procedure/procedure.ts'
import type { Template } from '../machines/procedure/templates/template.ts'
import type { OwnView } from '../machines/procedure/view.ts'
import { isServicePrincipal } from '../machines/sign-in/draft.ts'
import { engagementId } from '../records/engagement/store.ts'
import { throughGate } from '../services/azure/through-gate.ts'
import type { Identity, OpenPractice, OpenTenant, QuietSignIn } from '../services/open-tenant.ts'
import { createPorts, observeIn } from '../services/ports.ts'
import type { Proposing } from './apply-choices.ts'
import type { PlaceOnList } from './board.ts'
import { CheckMany } from './check-many.ts'
import { messages } from './messages.ts'
import type { Product } from './product.ts'
import { createWizardHost, type WizardHost, type WizardHostOptions } from './wizard-host.ts'

/*
 * The wizard of customer-managed keys, for those who compose it: the app, the command line and the tests. Nothing else in this folder
 * knows the procedure.
 */

/** People are not kept waiting longer for groups. */
const GROUPS_WITHIN_MILLISECONDS = 2_000

const PRODUCT: Product<OwnView, OpenTenant> = {
  procedure: CUSTOMER_MANAGED_KEYS,
  presentation: PRESENTATION,
  listed: listedOf,
  listedAs: LISTED_AS,
  directoryIn,
  addressesIn: (context, open) => addressesIn(context, open?.cloud.portals ?? CLOUDS.commercial.portals),
  async searchPeople({ services, request }, text) {
    const { searchPeople } = await import('../machines/procedure/people/people.ts')
    const asking = request && isServicePrincipal(request.way) ? 'app' : 'person'
    return searchPeople(services.directory, text, asking, AbortSignal.timeout(GROUPS_WITHIN_MILLISECONDS))
  },
  async writeScript(open, plan, language, leftOut) {
    // All five languages and their texts: loaded with the first request for a script.
    const { planWritten } = await import('../scripts/write-plan.ts')
    return planWritten(open, plan.filter(isAction), language, leftOut)
  },
}

/** No sign-in service: a walk through the practice tenant needs none. */
const practiceOnly: Identity = {
  signIn: async () => ({
    ok: false,
    problem: { ...messages.noSignIn, owner: 'you' },
  }),
  signOut: async () => undefined,
  holdSecret: () => undefined,
}

/** The machine of one window for customer-managed keys. */
export type KeysHost = WizardHost<OwnView>

export interface KeysHostOptions extends Omit<WizardHostOptions<OpenTenant>, 'ports' | 'holdSecret' | 'checkMany' | 'proposing'> {
  readonly openPractice: OpenPractice
  /** Absent where only the practice tenant is walked. */
  readonly identity?: Identity
  /** A sign-in beside the open one that asks no one. Absent, many environments can't be checked at once. */
  readonly quietly?: { readonly connect: () => QuietSignIn; readonly clock: Clock }
  /** Real time in milliseconds since 1970-01-01T00:00:00Z. */
  readonly wall: () => number
  /** What names are proposed by, as it is now. */
  readonly template?: () => Promise<Template | undefined>
}

function placeOf({ id, engagement, listed }: PlaceOnList): Target {
  const { tenant, environment, cloud } = engagement
  const { policy, protection }: Choices = engagement.choices
  return {
    ...{ id, cloud: cloud.id, hasChosen: policy !== undefined, ...present({ protection }) },
    about: {
      ...{ tenantId: tenant.id, customer: tenant.name, environment: listed?.domain ?? environment.displayName ?? '' },
      ...{ type: listed?.type ?? environment.type ?? '', region: listed?.region ?? '', geography: listed?.geography ?? '' },
    },
  }
}

const proposingBy =
  (template: KeysHostOptions['template'], now: () => number): Proposing =>
  async (pilot, targets, wish) => {
    const { policy, protection }: Choices = pilot.engagement.choices
    if (!policy) return undefined
    const [{ apply }, { regionTitle }, { defaultsOf, namesOf }] = await Promise.all([
      import('../machines/procedure/pilot/applied.ts'),
      import('../machines/procedure/geography.ts'),
      import('../machines/procedure/templates/protections.ts'),
    ])
    const { displayName: name = '' } = pilot.engagement.environment
    const inUse = await template?.()
    const applied = apply({ ...placeOf(pilot), name, policy, ...present({ protection }) }, targets.map(placeOf), wish, inUse, now())
    const protections = defaultsOf(protection) ?? inUse?.protection
    // What is shown of it: a region by its name.
    const shown = ({ values, ...proposed }: NonNullable<(typeof applied)[number]['proposed']>) => ({
      ...proposed,
      ...present({ values: values && { ...values, region: regionTitle(values.region) } }),
    })
    return {
      protections: protections ? namesOf(protections) : [],
      applied: applied.map(({ proposed, ...each }) => ({ ...each, ...present({ proposed: proposed && shown(proposed) }) })),
    }
  }

/** The wizard's machine for customer-managed keys, without Electron. */
export function createKeysHost({
  openPractice,
  identity = practiceOnly,
  quietly,
  wall,
  template,
  proposals,
  ...options
}: KeysHostOptions): KeysHost {
  const proposal = proposals && ((tenantId: string, environmentId: string) => proposals.of(engagementId({ tenantId, environmentId })))
  const ports = createPorts(openPractice, identity, wall, present({ template, proposal }))
  const checkMany =
    quietly &&
    ((ended: () => void) =>
      new CheckMany({ ...quietly, product: PRODUCT, observe: observeIn, throughGate, customers: options.customers, ended }))
  const proposing = proposingBy(template, wall)
  return createWizardHost(PRODUCT, {
    ...options,
    ...present({ checkMany, proposals }),
    proposing,
    ports,
    holdSecret: (secret) => identity.holdSecret(secret),
  })
}
