import type { ActionKind } from '../step/action.ts'
import { type Attestation, blocks, type Part, type StepId } from '../step/finding.ts'
import { isPlanned, type Reading } from '../step/proof.ts'
import type { StepperEntry } from './view.ts'

/** The parts that the list of steps shows below the step on screen, in the order of the work. */
const PARTS: Readonly<Record<StepId, readonly { readonly part: Part; readonly title: string }[]>> = {
  integration: [],
  environment: [],
  policy: [
    { part: 'subscription', title: 'Subscription' },
    { part: 'vault', title: 'Key vault' },
    { part: 'key', title: 'Key' },
    { part: 'policy', title: 'Policy' },
    { part: 'access', title: 'Access to the vault' },
    { part: 'reader', title: 'Reader for the admin' },
  ],
  membership: [
    { part: 'managed', title: 'Managed Environment' },
    { part: 'link', title: 'Policy and environment' },
  ],
}

const PART_OF: Readonly<Record<ActionKind, Part>> = {
  'register-provider': 'subscription',
  'create-resource-group': 'subscription',
  'create-vault': 'vault',
  'turn-on-purge-protection': 'vault',
  'create-key': 'key',
  'create-policy': 'policy',
  'grant-key-access': 'access',
  'grant-reader': 'reader',
  'enable-managed-environment': 'managed',
  'link-environment': 'link',
  'rotate-key': 'key',
  'unlink-environment': 'link',
}

/** What a reading says of each part: the worst of its findings, else whether something is planned for it. */
export function partsOf(stepId: StepId, reading: Reading | undefined, attestations: readonly Attestation[]): StepperEntry['parts'] {
  return PARTS[stepId].map(({ part, title }) => {
    if (!reading) return { part, title, state: 'open' as const }
    const findings = reading.findings.filter((finding) => finding.part === part)
    const planned = reading.plan.some((action) => PART_OF[action.kind] === part)
    const blocking = findings.filter((finding) => blocks(finding, attestations))
    if (blocking.some((finding) => !isPlanned(finding, reading.plan))) return { part, title, state: 'fail' as const }
    if (planned || blocking.length > 0) return { part, title, state: 'planned' as const }
    if (findings.some((finding) => finding.status === 'warning')) return { part, title, state: 'warning' as const }
    return { part, title, state: findings.length > 0 ? ('pass' as const) : ('open' as const) }
  })
}
