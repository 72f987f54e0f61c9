import type { Pending } from '../engine/action.ts'
import type { UnderWay } from '../engine/situation/under-way.ts'
import type { Choices } from './choices.ts'
import { sameId } from './ids.ts'
import { rotateFrom } from './next-version.ts'
import { headlineOf } from './situation/headlines.ts'
import { isKeyYours } from './steps/membership/key-in-use.ts'
import { deletionOf } from './steps/membership/link.ts'

const UNDER_WAY: Readonly<Record<string, UnderWay>> = {
  link: 'encrypting',
  unlink: 'removing',
  'managed-environment': 'managing',
  rotation: 'rotating',
  'provider-registration': 'registering',
  'access-spreading': 'assigning',
}

/** Shared with the list of engagements. Imports no action, because the first page loads without them. */
export const LISTED_AS = {
  underWay(pending: Pending, environmentId: string): UnderWay | undefined {
    if ('environmentId' in pending && !sameId(String(pending.environmentId), environmentId)) return undefined
    const name = 'purpose' in pending && typeof pending.purpose === 'string' ? pending.purpose : pending.kind
    return Object.hasOwn(UNDER_WAY, name) ? UNDER_WAY[name] : undefined
  },
  environmentOf: (pending: Pending): string | undefined =>
    'environmentId' in pending && typeof pending.environmentId === 'string' ? pending.environmentId : undefined,
  hasChosen: ({ policy }: Choices): boolean => policy !== undefined,
  isInEffect: isKeyYours,
  headlineOf,
  rotateFrom,
  keyStep: 'policy',
  deletionOf,
}
