import { defineMessages } from '../../machines/messages/message.ts'

export const start = {
  ...defineMessages({
    title: { id: 'window.start.title', defaultMessage: 'Customer-managed keys for finance and operations' },
    lead: {
      id: 'window.start.lead',
      defaultMessage:
        'Four documented steps, each one checked against Microsoft’s services before the next opens. You see every change before it is made, and you can stop at any point.',
    },
  }),
  practise: {
    ...defineMessages({
      title: { id: 'window.start.practise.title', defaultMessage: 'Practice first' },
      what: { id: 'window.start.practise.what', defaultMessage: 'Walk all four steps in a simulated tenant.' },
      go: { id: 'window.start.practise.go', defaultMessage: 'Choose a practice case' },
      lead: {
        id: 'window.start.practise.lead',
        defaultMessage:
          'Each case is a simulated tenant in which everything works, or something is wrong. Nothing in it is real, and nothing leaves this computer.',
      },
      pick: { id: 'window.start.practise.pick', defaultMessage: 'Pick a case' },
      open: { id: 'window.start.practise.open', defaultMessage: 'Open the practice tenant' },
      checkFirst: { id: 'window.start.practise.checkFirst', defaultMessage: 'Open and check everything first' },
      opening: { id: 'window.start.practise.opening', defaultMessage: 'Opening the practice tenant…' },
    }),
    points: Object.values(
      defineMessages({
        first: { id: 'window.start.practise.points.first', defaultMessage: 'No account, no network, nothing real' },
        second: { id: 'window.start.practise.points.second', defaultMessage: 'Try what goes wrong as well as what goes right' },
        third: { id: 'window.start.practise.points.third', defaultMessage: 'Four days pass in seconds' },
      }),
    ),
  },
  connect: {
    ...defineMessages({
      title: { id: 'window.start.connect.title', defaultMessage: 'Connect a tenant' },
      what: { id: 'window.start.connect.what', defaultMessage: 'Work on a real environment.' },
      go: { id: 'window.start.connect.go', defaultMessage: 'Sign in to a tenant' },
    }),
    points: Object.values(
      defineMessages({
        first: {
          id: 'window.start.connect.points.first',
          defaultMessage: 'Sign in with your own account, in your own browser or another way',
        },
        second: { id: 'window.start.connect.points.second', defaultMessage: 'First everything is read and checked; nothing is changed' },
        third: {
          id: 'window.start.connect.points.third',
          defaultMessage: 'Needs a Power Platform administrator, and rights on an Azure subscription, or a colleague who has them',
        },
      }),
    ),
  },
}

export const customCloud = defineMessages({
  word: { id: 'window.customCloud.word', defaultMessage: 'CUSTOM CLOUD' },
  name: { id: 'window.customCloud.name', defaultMessage: '{name}, described by a file. It is not one of Microsoft’s.' },
  hosts: { id: 'window.customCloud.hosts', defaultMessage: 'Hosts: {hosts}' },
})
