import { defineMessages } from '../../machines/messages/message.ts'

export const keyMap = defineMessages({
  heading: { id: 'window.keyMap.heading', defaultMessage: 'Key map' },
  checked: { id: 'window.keyMap.checked', defaultMessage: 'Last checked {at}' },
  checking: { id: 'window.keyMap.checking', defaultMessage: 'Checking…' },
  checkAgain: { id: 'window.keyMap.checkAgain', defaultMessage: 'Check again' },
  card: {
    id: 'window.keyMap.card',
    defaultMessage: '{kind}, {name}, {state}{count, plural, =0 {} other {, #}}',
    description: 'What a screen reader says of a card: Enterprise policy, cmk-contoso, planned',
  },
  line: { id: 'window.keyMap.line', defaultMessage: '{kind}, {state}{count, plural, =0 {} other {, #}}' },
  outage: { id: 'window.keyMap.outage', defaultMessage: '{element}, {outage}' },
  showing: { id: 'window.keyMap.showing', defaultMessage: 'Showing: {part}' },
  showAll: { id: 'window.keyMap.showAll', defaultMessage: 'Show all' },
  state: { id: 'window.keyMap.state', defaultMessage: 'State' },
  found: { id: 'window.keyMap.found', defaultMessage: 'What we found' },
  close: { id: 'window.keyMap.close', defaultMessage: 'Close' },
})
