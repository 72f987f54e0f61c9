import { defineMessages } from '#machines/messages/message.ts'

export const updates = {
  ...defineMessages('window.updates', {
    title: 'Updates',
    on: 'Checks once a day. Installs nothing without asking.',
    checking: 'Checking…',
    latest: 'You have the latest version.',
    check: 'Check now',
    available: 'Version {version} is available ({megabytes, number} MB).',
    download: 'Download',
    downloading: 'Downloading version {version}: {share, number, percent}',
    ready: 'Version {version} is ready.',
    install: 'Install and restart',
    installing: 'Installing…',
    notes: 'Release notes',
    ask: 'Install version {version}?',
    askDetail:
      'The wizard closes and opens again. Your environments, settings, and sign-ins stay. Your system might ask for an administrator.',
    otherWindows: 'If other windows of the wizard are open, close them first.',
    later: 'Not now',
  }),
  off: defineMessages('window.updates.off', {
    'not-configured': { id: 'window.updates.off.notConfigured', defaultMessage: 'Off. No update source is set up.' },
    organization: 'Turned off by your organization.',
    package: 'Off. Update this type of installation manually.',
    address: 'Off. The update address must start with https.',
  }),
  busy: defineMessages('window.updates.busy', {
    writing: 'Paused while a change is in progress.',
    waiting: 'Paused until Microsoft is done with your change.',
    scheduled: 'Paused until your scheduled change is done.',
  }),
  refused: defineMessages('window.updates.refused', {
    unreachable: 'Couldn’t reach the update server.',
    malformed: 'Update refused: couldn’t read its information.',
    signature: 'Update refused: it isn’t signed by this app’s publisher.',
    expired: 'Update refused: its information has expired.',
    channel: 'Update refused: it’s for another channel.',
    'rolled-back': { id: 'window.updates.refused.rolledBack', defaultMessage: 'Update refused: it’s older than a known version.' },
    'no-package': { id: 'window.updates.refused.noPackage', defaultMessage: 'The new version has no package for this computer.' },
    incomplete: 'The download was interrupted.',
    hash: 'Update refused: the package isn’t the one that was signed.',
    'other-window': {
      id: 'window.updates.refused.otherWindow',
      defaultMessage: 'Another window has an environment open. Close it, then install again.',
    },
    canceled: 'The installation was canceled. The version before keeps running.',
    'not-allowed': {
      id: 'window.updates.refused.notAllowed',
      defaultMessage: 'This account may not install software here. Ask who administers this computer.',
    },
    'package-refused': {
      id: 'window.updates.refused.packageRefused',
      defaultMessage: 'The system’s package manager refused the update. The version before keeps running.',
    },
    'not-installed': { id: 'window.updates.refused.notInstalled', defaultMessage: 'The update wasn’t installed.' },
  }),
}
