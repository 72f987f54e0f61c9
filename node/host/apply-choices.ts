import type { AppliedChoices, ApplyChoices, Proposal } from '#contract/pilot.ts'
import { defined } from '#machines/defined.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import type { ProposalsFile } from '../records/pilot/proposals-file.ts'
import type { Board, PlaceOnList } from './board.ts'
import { messages } from './messages.ts'

export interface AppliedTo {
  readonly id: string
  readonly proposed?: {
    readonly proposal: Proposal
    readonly values?: NonNullable<AppliedChoices['rows'][number]['values']>
    readonly isShared: boolean
  }
  readonly notes: readonly DisplayText[]
}

export interface AppliedToAll {
  readonly applied: readonly AppliedTo[]
  readonly protections: readonly DisplayText[]
}

/** @returns undefined if the pilot has no choices */
export type Proposing = (
  pilot: PlaceOnList,
  targets: readonly PlaceOnList[],
  wish: ApplyChoices['policy'],
) => Promise<AppliedToAll | undefined>

type Outcome =
  | {
      readonly ok: true
      readonly protections: readonly DisplayText[]
      readonly rows: readonly (Omit<AppliedChoices['rows'][number], 'notes'> & { readonly notes: readonly DisplayText[] })[]
    }
  | { readonly ok: false; readonly why: DisplayText }

/** Proposes a pilot's choices, and saves the proposals on request. Writes to no tenant. */
export async function applyChoicesTo(
  { pilot: pilotId, ids, policy, keep }: ApplyChoices,
  { board, proposing, proposals }: { readonly board: Board; readonly proposing: Proposing; readonly proposals: ProposalsFile },
): Promise<Outcome> {
  const pilot = board.place(pilotId)
  const targets = ids.filter((id) => id !== pilotId).flatMap((id) => board.place(id) ?? [])
  const made = pilot && (await proposing(pilot, targets, policy))
  if (!made) return { ok: false, why: messages.noChoices }
  const { applied, protections } = made
  const kept = Object.fromEntries(applied.flatMap(({ id, proposed }) => (proposed ? [[id, proposed.proposal]] : [])))
  if (keep) {
    try {
      await proposals.keep(kept)
      await board.begin(Object.keys(kept))
    } catch (error) {
      return { ok: false, why: messages.proposalsNotKept({ error: error instanceof Error ? error.message : String(error) }) }
    }
  }
  const places = new Map(targets.map((each) => [each.id, each]))
  return {
    ok: true,
    protections,
    rows: applied.map(({ id, proposed, notes }) => {
      const { tenant, environment } = places.get(id)?.engagement ?? { tenant: { name: '' }, environment: { id: '' } }
      return {
        id,
        customer: tenant.name,
        environment: environment.displayName ?? environment.id,
        ...defined({ type: environment.type }),
        isProposed: proposed !== undefined,
        isShared: proposed?.isShared ?? false,
        notes,
        ...(proposed?.values ? { values: namesIn(proposed.values) } : {}),
      }
    }),
  }
}

/** Only these: other choices aren't shown. */
const namesIn = ({ resourceGroup, region, vaultName, keyName, policyName }: NonNullable<AppliedChoices['rows'][number]['values']>) => ({
  resourceGroup,
  region,
  vaultName,
  keyName,
  policyName,
})
