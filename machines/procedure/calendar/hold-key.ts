import type { ShownHold } from '../key-map/shown.ts'

/** Key of the event until which something old is kept. */
export const holdKey = (operation: ShownHold['operation'], environmentId: string): string =>
  `${operation === 'earlier-key' ? 'hold-earlier-key' : operation === 'rotate' ? 'hold-version' : 'hold-key'}.${environmentId}`
