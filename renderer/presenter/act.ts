import type { PresenterAct } from '#contract/presenter-channels.ts'

export type Act = (act: PresenterAct) => void
