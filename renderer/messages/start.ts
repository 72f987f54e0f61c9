import { defineMessages } from '#machines/messages/message.ts'

export const start = {
  ...defineMessages('window.start', {
    title: 'Encrypt finance and operations data with your own key',
    lead: 'Four documented steps. Each one is checked with Microsoft’s services, and you see every change before it’s made.',
    practiceEnded: 'The practice case ended. Nothing of it is kept.',
  }),
  begin: defineMessages({
    heading: { id: 'window.start.begin', defaultMessage: 'Choose where to begin' },
  }).heading,
  expect: {
    ...defineMessages('window.start.expect', {
      heading: 'What to expect',
      folded: 'Time, downtime, and costs',
      notToScale: 'Not to scale',
      day: 'Day {day}',
      sources: 'From Microsoft’s articles:',
      encryption: 'Encryption, roles, and licenses',
      setup: 'Time to set up the integration',
      charged:
        'Microsoft charges for the paid Azure subscription: the key vault or Managed HSM, key operations, and rotations. Licenses are charged too.',
      prices: 'Key Vault prices',
      licenses: 'Licenses',
      restart: 'Downtime of the integration',
    }),
    before: defineMessages('window.start.expect.before', {
      phase: 'Before you start',
      fact: 'Licenses and roles',
      text: 'A Power Platform admin, a key vault admin, and a Lifecycle Services admin if the integration is missing. Users need a premium license and one at the E5 level.',
    }),
    work: defineMessages('window.start.expect.work', {
      phase: 'Your work',
      fact: 'About an hour, by our estimate',
      text: 'Prepare, then steps 1 to 3. Users stay online. If the integration is missing, it adds up to 90 minutes and a short downtime.',
    }),
    wait: defineMessages('window.start.expect.wait', {
      phase: 'Microsoft encrypts',
      fact: 'Up to 4 days, users offline for part of it',
      text: 'Step 4. You choose when it starts. Plan for all of it; users can be back sooner. You can close the window: the encryption continues at Microsoft.',
    }),
    done: defineMessages('window.start.expect.done', {
      phase: 'Encrypted',
      fact: 'With your key',
      text: 'If the key is lost, so is the data. Going back takes another outage.',
    }),
  },
  map: {
    ...defineMessages('window.start.map', {
      heading: 'What gets connected',
      notChecked: 'Not checked',
    }),
    kinds: defineMessages('window.start.map.kinds', {
      app: 'Finance and operations',
      integration: 'Integration',
      environment: 'Power Platform environment',
      membership: 'Membership',
      policy: 'Enterprise policy',
      access: 'Access',
      key: 'Key vault and key',
    }),
    about: defineMessages('window.start.map.about', {
      app: 'Your data',
      environment: 'Linked to your data',
      policy: 'Points to your key',
      key: 'Stays in your control',
    }),
  },
  practise: {
    ...defineMessages('window.start.practise', {
      title: 'Practice',
      what: 'Four steps in a simulated tenant.',
      go: 'Start practicing',
      lead: 'Each case is a simulated tenant where everything works, or something is wrong. Nothing is real, and nothing leaves this computer.',
    }),
    points: Object.values(
      defineMessages('window.start.practise.points', {
        first: 'No account, nothing real',
        second: 'See what can go wrong',
        third: 'Four days pass in seconds',
      }),
    ),
  },
  connect: {
    ...defineMessages('window.start.connect', {
      title: 'Connect a tenant',
      what: 'Work on a real environment.',
      go: 'Sign in to a tenant',
    }),
    points: Object.values(
      defineMessages('window.start.connect.points', {
        first: 'Sign in with your own account',
        second: 'Checks everything first',
        third: 'Nothing changes until you confirm',
      }),
    ),
  },
}

export const customCloud = defineMessages('window.customCloud', {
  word: 'CUSTOM CLOUD',
  name: '{name}, defined in a file. It isn’t a Microsoft cloud.',
  hosts: 'Hosts: {hosts}',
})
