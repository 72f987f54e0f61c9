import { derivedGuid } from './guid.ts'

export const withoutSlashes = (scope: string): string => scope.replace(/^\/+|\/+$/g, '')

/** Deterministic, so that repeating an assignment finds the first. */
export const assignmentName = (scope: string, principalId: string, roleId: string): string =>
  derivedGuid(withoutSlashes(scope), principalId, roleId)
