import type { DecisionDefinition } from '#machines/engine/decisions.ts'
import { sameId } from '#machines/engine/ids.ts'
import { validateEnvironmentId } from '../../steps/policy/names.ts'
import { eachOther } from './each.ts'

/** The environment to add. Without one, the list is read again. */
export interface ChooseAddition {
  readonly kind: 'choose-addition'
  readonly environmentId?: string
}

export const chooseAddition: DecisionDefinition<ChooseAddition> = {
  kind: 'choose-addition',
  place: 'add',
  // A running encryption continues at Microsoft and is followed when chosen again.
  whileWaiting: true,
  // Before the link, a running change blocks the next one.
  isOpen: ({ operations }) => {
    const pending = operations.add?.pending
    return pending === undefined || ('purpose' in pending && pending.purpose === 'link')
  },
  may: ({ choices }, { environmentId }) =>
    environmentId === undefined || (!sameId(environmentId, choices.environmentId) && validateEnvironmentId(environmentId) === undefined),
  make({ choices }, { environmentId }) {
    const next = environmentId === undefined ? eachOther.none(choices) : eachOther.with(choices, environmentId)
    return { choices: next }
  },
}
