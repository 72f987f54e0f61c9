import { defined } from '../defined.ts'
import type { ReadDirectory } from '../engine/directory.ts'
import { oncePer } from '../engine/once-per.ts'
import type { Reading } from '../engine/step/proof.ts'
import { recordIn, type WizardContext } from '../engine/wizard/context.ts'
import { isPicture } from './picture.ts'

/** Environments from step 1's last reading; undefined if unread or refused, because an earlier list then stays. */
export function directoryIn(context: WizardContext): ReadDirectory | undefined {
  const { reading } = recordIn(context, 'integration')
  return reading && directoryOf(reading)
}

const directoryOf = oncePer(({ picture, readAt }: Reading): ReadDirectory | undefined => {
  if (!isPicture(picture) || picture.kind !== 'environments' || picture.problem) return undefined
  return {
    at: readAt,
    environments: picture.environments.flatMap(({ id, displayName, sku, workable }) =>
      workable ? [{ id, displayName, type: sku, ...defined(workable) }] : [],
    ),
  }
})
