import type { Reply } from '#contract/contract.ts'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import { defined } from '#machines/defined.ts'
import { isMade } from '#machines/engine/action.ts'
import type { Clock } from '#machines/engine/clock.ts'
import type { WizardContext } from '#machines/engine/wizard/context.ts'
import { isAction } from '#machines/procedure/action.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import { directoryIn } from '#machines/procedure/directory.ts'
import { RECORDING, type Recording } from '#machines/procedure/first-contact/recording.ts'
import { addressesIn } from '#machines/procedure/links/link-context.ts'
import { listedOf } from '#machines/procedure/listed.ts'
import { LISTED_AS } from '#machines/procedure/listed-as.ts'
import type { Target } from '#machines/procedure/pilot/applied.ts'
import { PRESENTATION } from '#machines/procedure/presentation.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { defaultsOf, namesOf } from '#machines/procedure/templates/protections.ts'
import type { Template } from '#machines/procedure/templates/template.ts'
import type { OwnView } from '#machines/procedure/view.ts'
import { isServicePrincipal } from '#machines/sign-in/draft.ts'
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

/* Composes the wizard for customer-managed keys, for app, command line and tests. Nothing else in this folder knows the procedure. */

const GROUPS_WITHIN_MILLISECONDS = 2_000

interface Made {
  readonly kind: string
  readonly resourceId: string
  /** Found by a reading after a lost answer, so its creator is unproven. */
  readonly isUnproven: boolean
}

const madeIn = ({ steps, operations }: Pick<WizardContext, 'steps' | 'operations'>): readonly Made[] =>
  [...Object.values(steps), ...Object.values(operations)].flatMap((record) =>
    (record?.receipts ?? [])
      .filter((receipt) => isMade(receipt, record?.pending))
      .map(({ kind, resourceId, found }) => ({ kind, resourceId, isUnproven: found === true })),
  )

const PRODUCT: Product<OwnView, OpenTenant> = {
  procedure: CUSTOMER_MANAGED_KEYS,
  presentation: PRESENTATION,
  listed: listedOf,
  listedAs: LISTED_AS,
  directoryIn,
  addressesIn: (context, open) => addressesIn(context, open?.cloud.portals ?? CLOUDS.commercial.portals),
  async searchPeople({ services, request }, text) {
    const { searchPeople } = await import('#machines/procedure/people/people.ts')
    const asking = request && isServicePrincipal(request.way) ? 'app' : 'person'
    return searchPeople(services.directory, text, asking, AbortSignal.timeout(GROUPS_WITHIN_MILLISECONDS))
  },
  async checkVaultName({ services }, asked) {
    const { checkVaultName } = await import('../services/azure/vault-name.ts')
    return checkVaultName(services.azure, asked)
  },
  async firstContact(open, { choices }) {
    const { firstContactIn } = await import('../services/first-contact/shown.ts')
    return firstContactIn(open, choices)
  },
  async removal(open, context) {
    const { removalIn } = await import('../exporters/removal.ts')
    return removalIn(open, context.choices, madeIn(context))
  },
  async writeScript(open, plan, language, leftOut) {
    // All script languages: loaded with the first request.
    const { planWritten } = await import('../exporters/write-script.ts')
    return planWritten(open, plan.filter(isAction), language, leftOut)
  },
}

const noSignIn = { ok: false, problem: { ...messages.noSignIn, owner: 'you' } } as const

/** Walks through practice need no sign-in service. */
const practiceOnly: Identity = {
  signIn: async () => noSignIn,
  listTenants: async () => noSignIn,
  signOut: async () => undefined,
  holdSecret: () => undefined,
}

export interface KeysHost extends WizardHost<OwnView> {
  /** Opens a file of `first-contact` read-only. @returns why it can't */
  openRecording(written: string): Promise<Reply>
}

export interface KeysHostOptions extends Omit<WizardHostOptions<OpenTenant>, 'ports' | 'holdSecret' | 'checkMany' | 'proposing'> {
  readonly openPractice: OpenPractice
  readonly openRecording?: (recording: Recording) => Promise<OpenTenant>
  /** Absent: practice only. */
  readonly identity?: Identity
  /** Parallel sign-ins without prompts. Absent: no batch checks. */
  readonly quietly?: { readonly connect: () => QuietSignIn; readonly clock: Clock }
  /** Real time in milliseconds since 1970-01-01T00:00:00Z. */
  readonly wall: () => number
  readonly template?: () => Promise<Template | undefined>
}

function placeOf({ id, engagement, listed }: PlaceOnList): Target {
  const { tenant, environment, cloud } = engagement
  const { policy, protection }: Choices = engagement.choices
  return {
    id,
    cloud: cloud.id,
    hasChosen: policy !== undefined,
    ...defined({ protection }),
    about: {
      tenantId: tenant.id,
      customer: tenant.name,
      environment: listed?.domain ?? environment.displayName ?? '',
      type: listed?.type ?? environment.type ?? '',
      region: listed?.region ?? '',
      geography: listed?.geography ?? '',
    },
  }
}

const proposingBy =
  (template: KeysHostOptions['template'], now: () => number): Proposing =>
  async (pilot, targets, wish) => {
    const { policy, protection }: Choices = pilot.engagement.choices
    if (!policy) return undefined
    const [{ apply }, { regionTitle }] = await Promise.all([
      import('#machines/procedure/pilot/applied.ts'),
      import('#machines/procedure/geography.ts'),
    ])
    const { displayName: name = '' } = pilot.engagement.environment
    const inUse = await template?.()
    const applied = apply({ ...placeOf(pilot), name, policy, ...defined({ protection }) }, targets.map(placeOf), wish, inUse, now())
    const protections = defaultsOf(protection) ?? inUse?.protection
    // Regions by name.
    const shown = ({ values, ...proposed }: NonNullable<(typeof applied)[number]['proposed']>) => ({
      ...proposed,
      ...defined({ values: values && { ...values, region: regionTitle(values.region) } }),
    })
    return {
      protections: protections ? namesOf(protections) : [],
      applied: applied.map(({ proposed, ...each }) => ({ ...each, ...defined({ proposed: proposed && shown(proposed) }) })),
    }
  }

export function createKeysHost({
  openPractice,
  openRecording,
  identity = practiceOnly,
  quietly,
  wall,
  template,
  proposals,
  ...options
}: KeysHostOptions): KeysHost {
  const proposal = proposals && ((tenantId: string, environmentId: string) => proposals.of(engagementId({ tenantId, environmentId })))
  let recording: Recording | undefined
  const openCase: OpenPractice = async (scenario) =>
    openRecording && recording && scenario === RECORDING ? openRecording(recording) : openPractice(scenario)
  const ports = createPorts(openCase, identity, wall, defined({ template, proposal }))
  const checkMany =
    quietly &&
    ((ended: () => void) =>
      new CheckMany({ ...quietly, product: PRODUCT, observe: observeIn, throughGate, customers: options.customers, ended }))
  const proposing = proposingBy(template, wall)
  const host = createWizardHost(PRODUCT, {
    ...options,
    ...defined({ checkMany, proposals }),
    proposing,
    ports,
    holdSecret: (secret) => identity.holdSecret(secret),
  })
  return {
    ...host,
    async openRecording(written) {
      const { readRecording } = await import('../services/first-contact/read-recording.ts')
      const read = readRecording(written)
      if (!read || !openRecording) return { ok: false, why: host.text(messages.noRecording) }
      recording = read
      host.send({ type: 'OPEN_PRACTICE', scenario: RECORDING, checkFirst: true })
      return { ok: true }
    },
  }
}
