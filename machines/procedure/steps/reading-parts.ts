import { defined } from '../../defined.ts'
import { type DisplayText, defineMessages, verbatim } from '../../messages/message.ts'
import type { Reading } from '../observing.ts'
import type { PictureRow } from '../picture.ts'
import type { Environment } from '../services/services.ts'
import { holdingPolicy, seenLinked, seenLocked, seenUnnamed } from './membership/link.ts'

const messages = defineMessages('step.row', { notGiven: 'Not available' })

export function named(environment: Environment | undefined): Pick<Reading, 'environment'> {
  if (!environment) return {}
  const { id, displayName, location } = environment
  return {
    environment: {
      id,
      displayName,
      location,
      ...defined({ heldBy: holdingPolicy(environment) }),
      ...seenUnnamed(environment),
      ...seenLocked(environment),
      ...seenLinked(environment),
    },
  }
}

export const noted = (label: DisplayText, value: string | undefined): PictureRow => ({
  label,
  value: value === undefined ? messages.notGiven : verbatim(value),
  copyable: value !== undefined,
})

export const identified = (label: DisplayText, { name, id }: { readonly name: string; readonly id: string }): PictureRow => ({
  ...noted(label, name),
  id: verbatim(id),
})

/** Without a copy button, which would be noise. */
export const word = (label: DisplayText, value: DisplayText | undefined): PictureRow => ({
  label,
  value: value ?? messages.notGiven,
  copyable: false,
})
