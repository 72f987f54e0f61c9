import type { PresenterAct } from '../../ipc/presenter-channels.ts'

/** Asks main for something. */
export type Act = (act: PresenterAct) => void
