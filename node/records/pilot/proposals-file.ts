import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod/mini'
import { type Proposal, proposal } from '#contract/pilot.ts'
import { readKept, writeDurably } from '../engagement/durable-file.ts'
import { inTurnFor } from '../in-turn.ts'

const proposalsOf = z.strictObject({ version: z.literal(1), proposals: z.record(z.string(), proposal) })

/** Safety limit in bytes. */
const LARGEST = 64 * 1024 * 1024

export type Proposals = Readonly<Record<string, Proposal>>

export interface ProposalsFile {
  of(id: string): Promise<Proposal | undefined>
  /** Replaces earlier ones of the same engagements. Sequential. */
  keep(proposals: Proposals): Promise<void>
}

/** @param file in the profile. An unreadable one counts as empty: proposals can be made again. */
export function proposalsFile(file: string): ProposalsFile {
  const inTurn = inTurnFor(file)

  async function read(): Promise<Proposals> {
    try {
      const kept = await readKept(file, LARGEST)
      return kept?.ok ? proposalsOf.parse(JSON.parse(kept.bytes.toString('utf8'))).proposals : {}
    } catch (error) {
      console.error(`${path.basename(file)} could not be read:`, error)
      return {}
    }
  }

  async function write(proposals: Proposals): Promise<void> {
    await mkdir(path.dirname(file), { recursive: true })
    await writeDurably(file, `${JSON.stringify({ version: 1, proposals: { ...(await read()), ...proposals } })}\n`)
  }

  return {
    of: async (id) => (await read())[id],
    keep: (proposals) => inTurn(() => write(proposals)),
  }
}
