import { defineMessages } from '../../machines/messages/message.ts'

export const start = {
  ...defineMessages({
    title: { id: 'window.start.title', defaultMessage: 'Encrypt finance and operations data with your own key' },
    lead: {
      id: 'window.start.lead',
      defaultMessage:
        'Four documented steps. Each one is checked with Microsoft’s services, and you see every change before it’s made. You can stop at any time.',
    },
  }),
  practise: {
    ...defineMessages({
      title: { id: 'window.start.practise.title', defaultMessage: 'Practice first' },
      what: { id: 'window.start.practise.what', defaultMessage: 'Walk through all four steps in a simulated tenant.' },
      go: { id: 'window.start.practise.go', defaultMessage: 'Choose a practice case' },
      lead: {
        id: 'window.start.practise.lead',
        defaultMessage:
          'Each case is a simulated tenant where everything works, or something is wrong. Nothing is real, and nothing leaves this computer.',
      },
      pick: { id: 'window.start.practise.pick', defaultMessage: 'Choose a case' },
      open: { id: 'window.start.practise.open', defaultMessage: 'Open practice tenant' },
      checkFirst: { id: 'window.start.practise.checkFirst', defaultMessage: 'Open and check' },
      opening: { id: 'window.start.practise.opening', defaultMessage: 'Opening the practice tenant…' },
    }),
    points: Object.values(
      defineMessages({
        first: { id: 'window.start.practise.points.first', defaultMessage: 'No account, no network, nothing real' },
        second: { id: 'window.start.practise.points.second', defaultMessage: 'See what can go wrong' },
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
          defaultMessage: 'Sign in with your own account, in your browser or another way',
        },
        second: { id: 'window.start.connect.points.second', defaultMessage: 'We check everything first and change nothing' },
        third: {
          id: 'window.start.connect.points.third',
          defaultMessage: 'Requires a Power Platform admin and permissions on an Azure subscription, or a colleague who has them',
        },
      }),
    ),
  },
}

export const customCloud = defineMessages({
  word: { id: 'window.customCloud.word', defaultMessage: 'CUSTOM CLOUD' },
  name: { id: 'window.customCloud.name', defaultMessage: '{name}, defined in a file. It isn’t a Microsoft cloud.' },
  hosts: { id: 'window.customCloud.hosts', defaultMessage: 'Hosts: {hosts}' },
})
