import { type DisplayText, defineMessages } from '../../messages/message.ts'
import { titled } from '../../messages/sentences.ts'
import { guideOf, placeOf } from '../procedure.ts'
import type { WizardContext } from './context.ts'
import { differencesIn } from './recovery.ts'
import { problemView } from './step-view.ts'
import type { RecoveryView } from './view.ts'

const messages = defineMessages('wizard.recovery', {
  reading: 'Checking the services again, step by step, to see what has changed since your last visit',
  found: {
    id: 'wizard.recovery.mended',
    defaultMessage: 'Something was found on this computer that you should know. Read about it, then continue.',
  },
  differing: '{count, plural, one {One thing has} other {# things have}} changed since your last visit. Choose how to continue.',
})

/** The record compared with the current readings. */
export function recoveryView(context: WizardContext, reading: boolean): RecoveryView {
  const { procedure, remembered, problems } = context
  return {
    reading,
    savedAt: remembered?.savedAt ?? 0,
    account: remembered?.account ?? '',
    // Before the steps are read, there is nothing to compare with.
    differences: (reading || problems.recovery ? [] : differencesIn(context)).map(({ step, key, title, was, is }) => ({
      key: `${step} ${key}`,
      step: placeOf(procedure, step) ?? 0,
      stepTitle: guideOf(procedure, step).title,
      title,
      was,
      is,
    })),
    recovered: remembered?.recovered ?? [],
    ...(problems.recovery ? { problem: problemView(problems.recovery) } : {}),
  }
}

export const toAnswer = (count: number): DisplayText => messages.differing({ count })

export function recoveryAnnouncement({ reading, differences, problem }: RecoveryView): DisplayText {
  if (reading) return messages.reading
  if (problem) return titled(problem.title, problem.remedy)
  const count = differences.length
  return count === 0 ? messages.found : toAnswer(count)
}
