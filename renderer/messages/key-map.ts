import { defineMessages } from '../../machines/messages/message.ts'

export const keyMap = defineMessages('window.keyMap', {
  heading: 'Key map',
  checked: 'Last checked {at}',
  checkedBefore: 'Last checked {at}, before a change. Check again.',
  checking: 'Checking…',
  more: 'Show the whole map',
  less: 'Show the map in one line',
  checkAgain: 'Check again',
  card: {
    id: 'window.keyMap.card',
    defaultMessage: '{kind}, {name}, {state}{count, plural, =0 {} other {, #}}',
    description: 'What a screen reader says of a card: Enterprise policy, cmk-contoso, planned',
  },
  line: '{kind}, {state}{count, plural, =0 {} other {, #}}',
  outage: '{element}, {outage}',
  showing: 'Showing: {part}',
  showAll: 'Show all',
  state: 'State',
  found: 'What we found',
  close: 'Close',
})
