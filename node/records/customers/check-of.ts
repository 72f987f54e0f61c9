import { defined } from '#machines/defined.ts'
import { contextOf, type ReadAtOnce } from '#machines/engine/many/checked.ts'
import { stepIds } from '#machines/engine/procedure.ts'
import { runIn } from '#machines/engine/situation/carried-out.ts'
import { readPart } from '#machines/engine/situation/read-part.ts'
import { recordIn } from '#machines/engine/wizard/context.ts'
import { foreseeing } from '#machines/engine/wizard/foreseeing.ts'
import type { ListedAs } from '../engagement/listing.ts'
import type { Listed } from '../engagement/remembering.ts'
import type { Check } from './check.ts'

export function checkOf(read: ReadAtOnce, at: number, of: { readonly listed: Listed; readonly listedAs: ListedAs }): Check {
  const context = contextOf(read)
  const { type, locked, otherPolicy, keyReadAt, keyExpires, rotation, accessEnds } = of.listed(context)
  // As in the check's results: resources that an earlier step creates aren't missing later.
  const readings = foreseeing(stepIds(read.procedure).flatMap((id) => recordIn(context, id).reading ?? []))
  const displayName = readings.map(({ environment }) => environment?.displayName).find((name) => name !== undefined)
  return {
    at,
    environment: defined({ displayName, type }),
    ...defined({ locked, otherPolicy, accessEnds }),
    ...(keyReadAt === undefined
      ? {}
      : {
          key: {
            readAt: keyReadAt,
            ...(typeof keyExpires === 'number' ? { expires: keyExpires } : {}),
            ...(typeof rotation === 'object' ? { rotation } : {}),
          },
        }),
    inEffect: of.listedAs.isInEffect(readings.flatMap(({ findings }) => findings)),
    steps: Object.fromEntries(
      readings.map((reading) => {
        const run = runIn(of.listedAs, reading, read.choices.environmentId)
        const { readAt, isProved: proved, planned, asks } = readPart(reading, read.attestations, undefined, run)
        return [reading.stepId, { readAt, proved, planned, ...defined({ asks, run }) }]
      }),
    ),
  }
}
