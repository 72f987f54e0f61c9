import type { DecisionDefinition } from '../../../engine/decisions.ts'
import { sameId } from '../../../engine/ids.ts'
import { validateEnvironmentId } from '../../steps/policy/names.ts'
import { eachOther } from './each.ts'

/** The other environment to add. Without one, the list is read again to choose from. */
export interface ChooseAddition {
  readonly kind: 'choose-addition'
  readonly environmentId?: string
}

export const chooseAddition: DecisionDefinition<ChooseAddition> = {
  kind: 'choose-addition',
  place: 'add',
  // Where it is being encrypted, that continues at Microsoft, and is followed once it is chosen again.
  whileWaiting: true,
  // Before the link, a change is waited for that the next one follows.
  isOpen: ({ operations }) => {
    const pending = operations.add?.pending
    return pending === undefined || ('purpose' in pending && pending.purpose === 'link')
  },
  may: ({ choices }, { environmentId }) =>
    environmentId === undefined || (!sameId(environmentId, choices.environmentId) && validateEnvironmentId(environmentId) === undefined),
  make({ choices }, { environmentId }) {
    const next = environmentId === undefined ? eachOther.none(choices) : eachOther.with(choices, environmentId)
    return { choices: next, editing: false }
  },
}
