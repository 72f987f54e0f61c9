import { present } from '../../present.ts'
import type { WizardContext } from './context.ts'
import { stepView } from './step-view.ts'
import { operationAbout } from './targets.ts'
import type { OtherView } from './view.ts'

/** What is running, or has ended, beside what is on screen; its page says the rest. */
export const othersView = (context: WizardContext): readonly OtherView[] =>
  Object.entries(context.others).map(([id, { phase, context: seen }]) => {
    const step = stepView(context.procedure, operationAbout(id).operation, seen, phase, [], undefined)
    const { title, proved, findings, problem, wait } = step
    const environment = seen.reading?.environment
    return {
      ...{ id, title: wait?.title ?? title, phase, proved },
      ...present({ problem, wait, environment: environment?.displayName, environmentId: environment?.id }),
      findings: findings.filter(({ status }) => status !== 'pass'),
    }
  })
