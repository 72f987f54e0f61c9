import type { Pitfall } from '../../guide.ts'
import { messages } from './pitfall-messages.ts'

export const membershipPitfalls: readonly Pitfall[] = [
  {
    id: 'F-805',
    heading: messages.copyRefused,
    text: messages.copyRefusedText,
    source: 'managed-environment',
  },
  {
    id: 'F-902',
    heading: messages.usersThrownOut,
    text: messages.usersThrownOutText,
    source: 'power-platform-keys',
  },
  {
    id: 'F-904',
    heading: messages.statusWarning,
    text: messages.statusWarningText,
    source: 'power-automate-keys',
  },
  {
    id: 'F-905',
    heading: messages.historyFailed,
    text: messages.historyFailedText,
    source: 'power-platform-keys',
  },
  {
    id: 'F-909',
    heading: messages.scriptNotSigned,
    text: messages.scriptNotSignedText,
    source: 'enterprise-policy-scripts',
  },
  {
    id: 'F-910',
    heading: messages.httpCalls,
    text: messages.httpCallsText,
    source: 'power-automate-keys',
  },
  {
    id: 'F-911',
    heading: messages.flowsStayBehind,
    text: messages.flowsStayBehindText,
    source: 'power-automate-keys',
  },
  {
    id: 'F-912',
    heading: messages.moreThan25,
    text: messages.moreThan25Text,
    source: 'power-automate-keys',
  },
]
