import { derivedGuid } from './guid.ts'

/** A scope as an assignment's name is derived from it. */
export const withoutSlashes = (scope: string): string => scope.replace(/^\/+|\/+$/g, '')

/** Name of a role assignment: the same for the same grant, so that repeating it finds the first one instead of making a second. */
export const assignmentName = (scope: string, principalId: string, roleId: string): string =>
  derivedGuid(withoutSlashes(scope), principalId, roleId)
