import { defineMessages } from '../../machines/messages/message.ts'

export const start = {
  ...defineMessages({
    title: { id: 'window.start.title', defaultMessage: 'Encrypt finance and operations data with your own key' },
    lead: {
      id: 'window.start.lead',
      defaultMessage: 'Four documented steps. Each one is checked with Microsoft’s services, and you see every change before it’s made.',
    },
  }),
  begin: defineMessages({
    heading: { id: 'window.start.begin', defaultMessage: 'Choose where to begin' },
  }).heading,
  expect: {
    ...defineMessages({
      heading: { id: 'window.start.expect.heading', defaultMessage: 'What to expect' },
      notToScale: { id: 'window.start.expect.notToScale', defaultMessage: 'Not to scale' },
      day: { id: 'window.start.expect.day', defaultMessage: 'Day {day}' },
      sources: { id: 'window.start.expect.sources', defaultMessage: 'From Microsoft’s articles:' },
      encryption: { id: 'window.start.expect.encryption', defaultMessage: 'Encryption, roles, and licenses' },
      setup: { id: 'window.start.expect.setup', defaultMessage: 'Time to set up the integration' },
      restart: { id: 'window.start.expect.restart', defaultMessage: 'Downtime of the integration' },
    }),
    before: defineMessages({
      phase: { id: 'window.start.expect.before.phase', defaultMessage: 'Before you start' },
      fact: { id: 'window.start.expect.before.fact', defaultMessage: 'Licenses and roles' },
      text: {
        id: 'window.start.expect.before.text',
        defaultMessage:
          'A Power Platform admin, a key vault admin, and a Lifecycle Services admin if the integration is missing. Users need a premium license and one at the E5 level.',
      },
    }),
    work: defineMessages({
      phase: { id: 'window.start.expect.work.phase', defaultMessage: 'Your work' },
      fact: { id: 'window.start.expect.work.fact', defaultMessage: 'About an hour' },
      text: {
        id: 'window.start.expect.work.text',
        defaultMessage:
          'Prepare, then steps 1 to 3. Users stay online. If the integration is missing, it adds up to 90 minutes and a short downtime.',
      },
    }),
    wait: defineMessages({
      phase: { id: 'window.start.expect.wait.phase', defaultMessage: 'Microsoft encrypts' },
      fact: { id: 'window.start.expect.wait.fact', defaultMessage: 'Up to 4 days, users offline for part of it' },
      text: {
        id: 'window.start.expect.wait.text',
        defaultMessage:
          'Step 4. You choose when it starts. Plan for all of it; users can be back sooner. You can close the window: the encryption continues at Microsoft.',
      },
    }),
    done: defineMessages({
      phase: { id: 'window.start.expect.done.phase', defaultMessage: 'Encrypted' },
      fact: { id: 'window.start.expect.done.fact', defaultMessage: 'With your key' },
      text: { id: 'window.start.expect.done.text', defaultMessage: 'If the key is lost, so is the data. Going back takes another outage.' },
    }),
  },
  map: {
    ...defineMessages({
      heading: { id: 'window.start.map.heading', defaultMessage: 'What gets connected' },
      notChecked: { id: 'window.start.map.notChecked', defaultMessage: 'Not checked' },
    }),
    kinds: defineMessages({
      app: { id: 'window.start.map.kinds.app', defaultMessage: 'Finance and operations' },
      integration: { id: 'window.start.map.kinds.integration', defaultMessage: 'Integration' },
      environment: { id: 'window.start.map.kinds.environment', defaultMessage: 'Power Platform environment' },
      membership: { id: 'window.start.map.kinds.membership', defaultMessage: 'Membership' },
      policy: { id: 'window.start.map.kinds.policy', defaultMessage: 'Enterprise policy' },
      access: { id: 'window.start.map.kinds.access', defaultMessage: 'Access' },
      key: { id: 'window.start.map.kinds.key', defaultMessage: 'Key vault and key' },
    }),
    about: defineMessages({
      app: { id: 'window.start.map.about.app', defaultMessage: 'Your data' },
      environment: { id: 'window.start.map.about.environment', defaultMessage: 'Linked to your data' },
      policy: { id: 'window.start.map.about.policy', defaultMessage: 'Points to your key' },
      key: { id: 'window.start.map.about.key', defaultMessage: 'Stays in your control' },
    }),
  },
  practise: {
    ...defineMessages({
      title: { id: 'window.start.practise.title', defaultMessage: 'Practice' },
      what: { id: 'window.start.practise.what', defaultMessage: 'Four steps in a simulated tenant.' },
      go: { id: 'window.start.practise.go', defaultMessage: 'Start practicing' },
      lead: {
        id: 'window.start.practise.lead',
        defaultMessage:
          'Each case is a simulated tenant where everything works, or something is wrong. Nothing is real, and nothing leaves this computer.',
      },
    }),
    points: Object.values(
      defineMessages({
        first: { id: 'window.start.practise.points.first', defaultMessage: 'No account, nothing real' },
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
          defaultMessage: 'Sign in with your own account',
        },
        second: { id: 'window.start.connect.points.second', defaultMessage: 'Checks everything first' },
        third: {
          id: 'window.start.connect.points.third',
          defaultMessage: 'Nothing changes until you confirm',
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
