import type { DisplayText } from '../../messages/message.ts'
import { isFree } from './context.ts'
import type { WizardSnapshot } from './machine.ts'
import { underwayMessages } from './missing.ts'
import { differencesIn } from './recovery.ts'
import { toAnswer } from './recovery-view.ts'

/** Reasons to stay on the page although others are open. The first that applies is shown. */
const REASONS: readonly {
  readonly holds: (snapshot: WizardSnapshot) => boolean
  readonly says: (snapshot: WizardSnapshot) => DisplayText
}[] = [
  {
    holds: (snapshot) => snapshot.matches({ recovering: 'differing' }),
    says: ({ context }) => toAnswer(differencesIn(context).length),
  },
  { holds: (snapshot) => snapshot.matches({ recovering: 'reading' }), says: () => underwayMessages.reading },
  {
    holds: (snapshot) => snapshot.matches({ recovering: 'unread' }),
    says: ({ context }) => context.problems.recovery?.remedy ?? underwayMessages.reading,
  },
  { holds: ({ context }) => !isFree(context), says: () => underwayMessages.applying },
]

/** Why no other open page or step is reachable now; undefined if one is. */
export const whyStaying = (snapshot: WizardSnapshot): DisplayText | undefined =>
  REASONS.find(({ holds }) => holds(snapshot))?.says(snapshot)
