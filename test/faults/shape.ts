/** IDs of operations are new in each walk. Names, scopes and the IDs of what was there before are not. */
export const shapeOf = (path: string): string =>
  path
    .replaceAll(/\/{2,}/g, '/')
    .replace(/(\/(?:lifecycleOperations|operations|roleAssignments)\/)[^/]+$/i, '$1*')
    .replace(/\/$/, '')
