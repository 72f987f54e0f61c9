import type { Formatter } from '../messages/formatter.ts'
import { brand } from './messages/brand.ts'
import { calendar } from './messages/calendar.ts'
import { changeRequest } from './messages/change-request.ts'
import { connect } from './messages/connect.ts'
import { coverage } from './messages/coverage.ts'
import { desktop } from './messages/desktop.ts'
import { drift } from './messages/drift.ts'
import { engagements } from './messages/engagements.ts'
import { everyPage } from './messages/every-page.ts'
import { evidence } from './messages/evidence.ts'
import { footer, frame, practice } from './messages/frame.ts'
import { handOver } from './messages/hand-over.ts'
import { keyMap } from './messages/key-map.ts'
import { landscape } from './messages/landscape.ts'
import { closing, keyDates, operations, preflight } from './messages/pages.ts'
import { environments, noted, people, policy } from './messages/pickers.ts'
import { confirmation, plan } from './messages/plan.ts'
import { practiceCases } from './messages/practice-cases.ts'
import { prepare } from './messages/prepare.ts'
import { presenter } from './messages/presenter.ts'
import { schedule } from './messages/schedule.ts'
import { script } from './messages/script.ts'
import { signInAgain } from './messages/sign-in-again.ts'
import { customCloud, start } from './messages/start.ts'
import { findings, progress, receipts, refused, task, wait } from './messages/step.ts'
import { time } from './messages/time.ts'
import { whatIf } from './messages/what-if.ts'
import { type InWords, inWords } from './words.ts'

export const everyWord = {
  ...everyPage,
  ...{
    connect,
    coverage,
    desktop,
    drift,
    engagements,
    evidence,
    footer,
    frame,
    practice,
    handOver,
    closing,
    landscape,
    operations,
    preflight,
    prepare,
  },
  ...{ keyMap, keyDates, environments, noted, people, policy, confirmation, plan, schedule, script, signInAgain, customCloud, start },
  practiceCases,
  ...{ findings, progress, receipts, refused, task, wait, time, whatIf, calendar, changeRequest, brand },
  presenter,
}

export type Strings = InWords<typeof everyWord>

export const stringsIn = (formatter: Formatter): Strings => inWords(everyWord, formatter)
