import * as z from 'zod/mini'
import { type Proposal, proposal } from '#contract/pilot.ts'
import { inTurnFor } from '../in-turn.ts'
import { rereadableFile } from '../rereadable-file.ts'

const VERSION = 1

const proposalsOf = z.strictObject({ version: z.literal(VERSION), proposals: z.record(z.string(), proposal) })

/** Safety limit in bytes. */
const LARGEST = 16 * 1024 * 1024

export type Proposals = Readonly<Record<string, Proposal>>

export interface ProposalsFile {
  of(id: string): Promise<Proposal | undefined>
  /** Replaces earlier ones of the same engagements. Sequential. */
  keep(proposals: Proposals): Promise<void>
}

/** @param file in the profile. An unreadable one counts as empty: proposals can be made again. @param now milliseconds since 1970-01-01T00:00:00Z */
export function proposalsFile(file: string, now: () => number): ProposalsFile {
  const inTurn = inTurnFor(file)
  const kept = rereadableFile(file, proposalsOf, { version: VERSION, largest: LARGEST, now })
  return {
    of: async (id) => (await kept.read()).content?.proposals[id],
    keep: (proposals) => inTurn(() => kept.change((before) => ({ version: VERSION, proposals: { ...before?.proposals, ...proposals } }))),
  }
}
