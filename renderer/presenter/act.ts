import type { PresenterAct } from '../../ipc/presenter-channels.ts'

export type Act = (act: PresenterAct) => void
