import { defined } from '../../defined.ts'
import { judge } from '../../engine/step/finding.ts'
import { valueIn } from '../../engine/step/refusals.ts'
import { verbatim } from '../../messages/message.ts'
import { geographyOf } from '../geography.ts'
import { sameId } from '../ids.ts'
import type { KeyChain } from '../key-chain/key-chain.ts'
import {
  type CarriedThings,
  carryingThings,
  type ShownHold,
  shownEnvironment,
  shownKey,
  shownPolicy,
  shownVault,
} from '../key-map/shown.ts'
import { MANAGED_HSM } from '../key-store.ts'
import type { Reading, StepDefinition } from '../observing.ts'
import type { PictureRow } from '../picture.ts'
import { serviceWord, serviceWordOr } from '../service-words.ts'
import { holdingPolicy, seenLinked, seenLocked, seenUnnamed } from '../steps/membership/link.ts'
import type { OperationFacts } from './facts.ts'
import { operationMessages as messages } from './messages.ts'
import type { Operation } from './operation.ts'
import { lossesOf } from './re-enable/facts.ts'
import { row, word } from './rows.ts'

/** The chain in use: the new policy's after a change, otherwise the one that was read. */
function chainInUse({ environment, next, ...own }: OperationFacts): KeyChain | undefined {
  const found = valueIn(environment)
  const held = found && holdingPolicy(found)
  if (held === undefined) return own
  return [own, next?.chosen?.chain].find((each) => sameId(valueIn(each?.policy)?.id, held))
}

function rowsOf(facts: OperationFacts, keepUntil: number | undefined): readonly PictureRow[] {
  const { environment } = facts
  const chain = chainInUse(facts)
  const found = valueIn(environment)
  const vault = valueIn(chain?.vault)
  return [
    ...row(messages.rowEnvironment, found?.displayName),
    ...word(messages.rowRegion, found && verbatim(geographyOf(found.location)?.title ?? found.location)),
    ...row(messages.rowPolicy, valueIn(chain?.policy)?.name),
    ...word(messages.rowLinkStatus, found && serviceWordOr(found.encryptionPolicy?.linkStatus, messages.inNoPolicy)),
    ...row(vault?.managedHsm ? MANAGED_HSM : messages.rowVault, vault?.name),
    ...row(messages.rowKey, valueIn(chain?.key)?.name),
    ...row(messages.rowLatestVersion, valueIn(chain?.key)?.version).map((each) => ({ ...each, about: 'latest-version' as const })),
    ...word(messages.rowKeyManagedBy, found?.keyManagedBy === undefined ? undefined : serviceWord(found.keyManagedBy)),
    ...word(messages.rowKeepUntil, keepUntil === undefined ? undefined : messages.keepUntil({ at: keepUntil })),
  ]
}

function thingsIn(facts: OperationFacts, hold: ShownHold | undefined, now: number): CarriedThings {
  const { environment } = facts
  const chain = chainInUse(facts)
  const found = valueIn(environment)
  const held = found && holdingPolicy(found)
  const [policy, vault, key] = [valueIn(chain?.policy), valueIn(chain?.vault), valueIn(chain?.key)]
  return carryingThings({
    ...shownEnvironment(valueIn(environment)),
    ...defined({
      policy: policy && shownPolicy(policy),
      vault: vault && shownVault(vault),
      key: key && shownKey(key, valueIn(chain?.keyVersions)),
    }),
    ...(held === undefined ? {} : { losses: { at: now, readings: lossesOf(facts, now) } }),
    ...defined({ hold }),
  })
}

/** @param now milliseconds since 1970-01-01T00:00:00Z */
export function readOperation(operation: Operation, facts: OperationFacts, now: number): Reading {
  const { id, checks, plan, picking } = operation
  const keepUntil = operation.keepUntil?.(facts, now)
  const rows = rowsOf(facts, keepUntil)
  const environment = valueIn(facts.environment)
  const policyId = environment && holdingPolicy(environment)
  const inUse = chainInUse(facts)
  const { id: readPolicyId, keyName } = valueIn(inUse?.policy) ?? {}
  const runs = operation.underway?.(facts, now)
  return {
    stepId: id,
    readAt: now,
    findings: judge(checks, facts, now),
    plan: plan(facts, now),
    shows: operation.shows(facts, now),
    ...defined({ underway: runs }),
    choiceMissing: facts.environment === undefined || picking?.isMissing(facts) === true,
    picture: picking
      ? picking.picture(facts, rows)
      : { kind: 'membership', rows, ...defined({ versions: operation.versions?.(facts, now) }) },
    note: verbatim(''),
    things: thingsIn(facts, keepUntil === undefined ? undefined : { operation: id, until: keepUntil }, now),
    ...(environment
      ? {
          environment: {
            id: environment.id,
            displayName: environment.displayName,
            ...defined({ heldBy: policyId }),
            ...seenUnnamed(environment),
            ...seenLocked(environment),
            ...seenLinked(environment),
          },
        }
      : {}),
    found: defined({ vaultId: valueIn(inUse?.vault)?.id, policyId: readPolicyId, keyName }),
  }
}

export const asSequence = <Id extends string>(operation: Operation<Id>): StepDefinition<Id> => ({
  id: operation.id,
  guide: operation.guide,
  checks: operation.checks,
  observe: async ({ services, choices, now, signal, template, proposal }) =>
    readOperation(operation, await operation.facts(services, choices, signal, defined({ template, proposal })), now()),
})
