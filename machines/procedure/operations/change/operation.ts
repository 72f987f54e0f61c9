import { defined } from '#machines/defined.ts'
import type { ShownChange } from '#machines/engine/step/proof.ts'
import { refusalOf, valueIn } from '#machines/engine/step/refusals.ts'
import { geographyOf, sameGeography } from '../../geography.ts'
import { sameId } from '../../ids.ts'
import type { PictureRow, PolicyRow, StepPicture } from '../../picture.ts'
import { readingOf } from '../../refusals.ts'
import { shownByMembership } from '../../steps/membership/shown.ts'
import { asShown } from '../as-shown.ts'
import type { OperationFacts } from '../facts.ts'
import { operationMessages as messages } from '../messages.ts'
import type { Operation } from '../operation.ts'
import { keptUntil } from '../revert/facts.ts'
import { removalShown } from '../revert/shown.ts'
import { row } from '../rows.ts'
import { changeChecks } from './checks.ts'
import { asMembership, changeUnderway, isChanged, nextPolicy, observeChange } from './facts.ts'
import { changeGuide } from './guide.ts'
import { accessOfNext, grantOf, planChange } from './plan.ts'

/** Target policies in the subscription, fitting ones first. */
function policiesOf({ environment: answer, next }: OperationFacts): readonly PolicyRow[] {
  const environment = valueIn(answer)
  return (valueIn(next?.policies) ?? [])
    .filter(({ id, kind }) => kind.toLowerCase() === 'encryption' && !sameId(id, next?.oldId))
    .map(({ id, name, location, keyName }) => ({
      id,
      name,
      location: geographyOf(location)?.title ?? location,
      ...defined({ keyName }),
      fits: environment !== undefined && sameGeography(environment.location, location),
    }))
    .sort((a, b) => Number(b.fits) - Number(a.fits))
}

function picture(facts: OperationFacts, rows: readonly PictureRow[]): StepPicture {
  const chosen = nextPolicy(facts)
  const refusal = facts.next ? refusalOf(facts.next.policies) : refusalOf(facts.environment)
  return {
    kind: 'policies',
    rows: [
      ...rows.filter(({ about }) => about !== 'latest-version'),
      ...row(messages.rowNewPolicy, chosen?.name),
      ...row(messages.rowNewKey, chosen?.keyName),
    ],
    policies: policiesOf(facts),
    ...(facts.next ? {} : { notListed: true as const }),
    ...(chosen ? { chosen: chosen.id } : {}),
    ...(refusal ? { problem: { title: messages.policiesUnreadable, ...readingOf(refusal, 'key-vault-administrator'), refusal } } : {}),
  }
}

function accessOfBoth(facts: OperationFacts): readonly ShownChange[] {
  const policy = valueIn(facts.next?.chosen?.chain.policy)
  return policy ? accessOfNext(facts).flatMap(({ vault, has }) => (has === true ? asShown(grantOf(policy, vault)) : [])) : []
}

export const change: Operation<'change'> = {
  id: 'change',
  guide: changeGuide,
  checks: changeChecks,
  facts: observeChange,
  plan: planChange,
  underway: changeUnderway,
  keepUntil: (facts) => (isChanged(facts) ? keptUntil(facts) : undefined),
  shows: (facts) => [...accessOfBoth(facts), ...removalShown(facts), ...shownByMembership(asMembership(facts))],
  picking: { isMissing: ({ next }) => next?.chosen === undefined, picture },
}
