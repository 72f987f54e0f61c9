import type { Pitfall } from '../../guide.ts'
import { messages } from './pitfall-messages.ts'

export const membershipPitfalls: readonly Pitfall[] = [
  { id: 'F-805', ...messages.copyRefused, source: 'managed-environment' },
  {
    id: 'F-902',
    heading: messages.usersThrownOut,
    text: messages.usersThrownOutText,
    source: 'power-platform-keys',
  },
  { id: 'F-904', ...messages.statusWarning, source: 'power-automate-keys' },
  { id: 'F-905', ...messages.historyFailed, source: 'power-platform-keys' },
  { id: 'F-909', ...messages.scriptNotSigned, source: 'enterprise-policy-scripts' },
  { id: 'F-910', ...messages.httpCalls, source: 'power-automate-keys' },
  { id: 'F-911', ...messages.flowsStayBehind, source: 'power-automate-keys' },
  { id: 'F-912', ...messages.moreThan25, source: 'power-automate-keys' },
  { id: 'F-914', ...messages.newPowerAppsFlow, source: 'power-automate-keys' },
]
