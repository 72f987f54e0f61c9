import { defined } from '#machines/defined.ts'
import { contextOf, type ReadAtOnce } from '#machines/engine/many/checked.ts'
import { stepIds } from '#machines/engine/procedure.ts'
import { isProved } from '#machines/engine/step/proof.ts'
import { recordIn } from '#machines/engine/wizard/context.ts'
import { foreseeing } from '#machines/engine/wizard/foreseeing.ts'
import { askedOf } from '#machines/engine/wizard/step-asks.ts'
import type { ListedAs } from '../engagement/listing.ts'
import type { Listed } from '../engagement/remembering.ts'
import type { Check } from './check.ts'

export function checkOf(read: ReadAtOnce, at: number, of: { readonly listed: Listed; readonly listedAs: ListedAs }): Check {
  const context = contextOf(read)
  const { type, locked, keyExpires } = of.listed(context)
  // As in the check's results: resources that an earlier step creates aren't missing later.
  const readings = foreseeing(stepIds(read.procedure).flatMap((id) => recordIn(context, id).reading ?? []))
  const displayName = readings.map(({ environment }) => environment?.displayName).find((name) => name !== undefined)
  return {
    at,
    environment: defined({ displayName, type }),
    ...(locked ? { locked: true } : {}),
    ...(typeof keyExpires === 'number' ? { keyExpires } : {}),
    inEffect: of.listedAs.isInEffect(readings.flatMap(({ findings }) => findings)),
    steps: Object.fromEntries(
      readings.map((reading) => {
        const asks = askedOf(reading, read.attestations)
        const first = asks && 'findings' in asks ? asks : undefined
        return [
          reading.stepId,
          {
            readAt: reading.readAt,
            proved: isProved(reading, read.attestations),
            planned: reading.plan.length,
            ...(first
              ? {
                  asks: {
                    state: first.state,
                    count: first.findings.length,
                    title: first.findings[0].title,
                    owner: first.findings[0].owner,
                  },
                }
              : {}),
          },
        ]
      }),
    ),
  }
}
