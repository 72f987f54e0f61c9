import { refusalOf, valueIn } from '#machines/engine/step/refusals.ts'
import { verbatim } from '#machines/messages/message.ts'
import { geographyOf } from '../../geography.ts'
import { messages as landscapeMessages } from '../../landscape/messages.ts'
import { shownKey } from '../../landscape/shown-key.ts'
import type { PictureRow, StepPicture, TargetRow } from '../../picture.ts'
import { readingOf } from '../../refusals.ts'
import type { Environment } from '../../services/services.ts'
import { planMembership } from '../../steps/membership/plan.ts'
import { shownByMembership } from '../../steps/membership/shown.ts'
import type { OperationFacts } from '../facts.ts'
import type { Operation } from '../operation.ts'
import { word } from '../rows.ts'
import { addChecks } from './checks.ts'
import { additionUnderway, membershipOf, observeAddition, othersIn } from './facts.ts'
import { addGuide } from './guide.ts'
import { messages } from './messages.ts'

const placeOf = (location: string): string => geographyOf(location)?.title ?? location

/** Candidates that aren't on the key yet come first. */
function targetsOf(facts: OperationFacts): readonly TargetRow[] {
  // By the choice, not a reading: a refused reading must not offer the policy's own environment.
  const { landscape, first } = facts.addition ?? {}
  if (!landscape)
    return othersIn(facts).map(({ id, displayName, sku, location }) => ({ id, name: displayName, type: sku, location: placeOf(location) }))
  const done = (row: TargetRow): number => Number(row.standing === 'this-policy')
  return [
    ...landscape.members
      .filter(({ id }) => id !== first)
      .map(({ id, name, type, location, key }): TargetRow => {
        const { standing, words } = shownKey(key, landscape.policyId)
        return { id, name, type, location: placeOf(location), standing, key: words }
      })
      .sort((a, b) => done(a) - done(b)),
    ...landscape.unread.filter(({ id }) => id !== first).map(({ id, name }): TargetRow => ({ id, name, key: messages.notRead })),
  ]
}

function rowsOf({ sku }: Environment, [name, ...rows]: readonly PictureRow[]): readonly PictureRow[] {
  return [...(name ? [name] : []), ...word(messages.rowType, verbatim(sku)), ...rows.filter(({ about }) => about !== 'latest-version')]
}

function picture(facts: OperationFacts, rows: readonly PictureRow[]): StepPicture {
  const { landscape, listed, target } = facts.addition ?? {}
  const refusal = landscape?.refusal ?? refusalOf(listed)
  const chosen = target && valueIn(facts.environment)
  return {
    kind: 'targets',
    rows: chosen ? rowsOf(chosen, rows) : [],
    targets: targetsOf(facts),
    ...(chosen ? { chosen: chosen.id } : {}),
    ...(refusal
      ? { problem: { title: landscapeMessages.unreadable, ...readingOf(refusal, 'power-platform-administrator'), refusal } }
      : {}),
  }
}

/** Adds another environment to the policy: step 4 for another environment. */
export const add: Operation<'add'> = {
  id: 'add',
  guide: addGuide,
  checks: addChecks,
  facts: observeAddition,
  plan: (facts) => planMembership(membershipOf(facts)),
  underway: additionUnderway,
  shows: (facts) => shownByMembership(membershipOf(facts)),
  picking: { isMissing: ({ addition }) => addition?.target === undefined, picture },
}
