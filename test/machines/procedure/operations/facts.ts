import type { KeyChain } from '#machines/procedure/key-chain/key-chain.ts'
import type { OperationFacts } from '#machines/procedure/operations/facts.ts'
import type { KeyVersion } from '#machines/procedure/services/services.ts'
import { account, assignment, DAY, encrypted, key, NOW, ok, operation, policy, vault } from '../../facts.ts'
import type { Said } from '../services.ts'

export const version = (over: Partial<KeyVersion> = {}): KeyVersion => ({
  version: key().version ?? '',
  enabled: true,
  createdAt: NOW - 90 * DAY,
  ...over,
})

/** A policy with everything that it depends on. */
export const policyChain = (over: KeyChain = {}): KeyChain => ({
  policy: ok(policy()),
  vault: ok(vault()),
  key: ok(key()),
  keyVersions: ok([version()]),
  keyAccess: ok([assignment()]),
  ...over,
})

/** Services' answers for an environment on its key, to an account with all read rights. */
export const linkedServices: Said = {
  readEnvironment: encrypted(),
  listOperations: [operation()],
  readPolicy: policy(),
  readVault: vault(),
  readKey: key(),
  listRoleAssignments: [assignment()],
}

/** An environment that has been on its key for some time, with everything in order. */
export const operationFacts = (over: Partial<OperationFacts> = {}): OperationFacts => ({
  account,
  environment: ok(encrypted()),
  operations: ok([operation()]),
  ...policyChain(),
  ...over,
})

/** The same, with a new version made some days ago. */
export const rotatedFacts = (days: number, before: Partial<KeyVersion> = {}, over: Partial<OperationFacts> = {}): OperationFacts => {
  const newest = 'f'.repeat(32)
  const id = key().id.replace(/[^/]+$/, newest)
  return operationFacts({
    key: ok(key({ id, version: newest })),
    keyVersions: ok([version({ version: newest, createdAt: NOW - days * DAY }), version(before)]),
    ...over,
  })
}
