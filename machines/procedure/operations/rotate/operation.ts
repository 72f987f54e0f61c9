import { defined } from '#machines/defined.ts'
import type { ShownChange } from '#machines/engine/step/proof.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import { holdKey } from '../../calendar/hold-key.ts'
import { parseResourceId } from '../../ids.ts'
import type { KeyVersions, VersionRow } from '../../picture.ts'
import type { KeyVersion } from '../../services/services.ts'
import { asShown } from '../as-shown.ts'
import { type OperationFacts, observeOperation } from '../facts.ts'
import type { Operation } from '../operation.ts'
import { rotateChecks } from './checks.ts'
import { lastRotation, rotationUnderway } from './facts.ts'
import { rotateGuide } from './guide.ts'
import { planRotation } from './plan.ts'

/** The previous version identifies the rotation. */
function shows(facts: OperationFacts, now: number): readonly ShownChange[] {
  const [vault, key, last] = [valueIn(facts.vault), valueIn(facts.key), lastRotation(facts, now)]
  const place = vault && parseResourceId(vault.id)
  if (!place || !key || !last) return []
  const { subscriptionId, resourceGroup: vaultResourceGroup, name: vaultName } = place
  return asShown({
    kind: 'rotate-key',
    subscriptionId,
    vaultResourceGroup,
    vaultName,
    name: key.name,
    size: 3072,
    after: last.before.version,
  })
}

const rowOf = ({ version, createdAt, enabled: isEnabled }: KeyVersion): VersionRow => ({ version, ...defined({ createdAt, isEnabled }) })

function versionsOf(facts: OperationFacts, now: number): KeyVersions | undefined {
  const [environment, key, last] = [valueIn(facts.environment), valueIn(facts.key), lastRotation(facts, now)]
  if (!environment || !key || !last) return undefined
  const previous = { ...rowOf(last.before), keepUntil: last.keepUntil }
  return { key: key.name, newest: rowOf(last.newest), previous, event: holdKey('rotate', environment.id) }
}

export const rotate: Operation<'rotate'> = {
  id: 'rotate',
  guide: rotateGuide,
  checks: rotateChecks,
  facts: observeOperation,
  plan: planRotation,
  underway: rotationUnderway,
  keepUntil: (facts, now) => lastRotation(facts, now)?.keepUntil,
  versions: versionsOf,
  shows,
}
