/** Ids of operations are drawn anew in each walk. Names, scopes and the ids of what was there before are not. */
export const shapeOf = (path: string): string =>
  path
    .replaceAll(/\/{2,}/g, '/')
    .replace(/(\/(?:lifecycleOperations|operations|roleAssignments)\/)[^/]+$/i, '$1*')
    .replace(/\/$/, '')
