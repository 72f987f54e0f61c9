import { defineMessages } from '../../machines/messages/message.ts'

/** What is said about updates. */
export const updates = {
  ...defineMessages({
    title: { id: 'window.updates.title', defaultMessage: 'Updates' },
    on: { id: 'window.updates.on', defaultMessage: 'Checks once a day. Installs nothing without asking.' },
    checking: { id: 'window.updates.checking', defaultMessage: 'Checking…' },
    latest: { id: 'window.updates.latest', defaultMessage: 'You have the latest version.' },
    check: { id: 'window.updates.check', defaultMessage: 'Check now' },
    available: { id: 'window.updates.available', defaultMessage: 'Version {version} is available ({megabytes, number} MB).' },
    download: { id: 'window.updates.download', defaultMessage: 'Download' },
    downloading: { id: 'window.updates.downloading', defaultMessage: 'Downloading version {version}: {share, number, percent}' },
    ready: { id: 'window.updates.ready', defaultMessage: 'Version {version} is ready.' },
    install: { id: 'window.updates.install', defaultMessage: 'Install and restart' },
    installing: { id: 'window.updates.installing', defaultMessage: 'Installing…' },
    notes: { id: 'window.updates.notes', defaultMessage: 'Release notes' },
    ask: { id: 'window.updates.ask', defaultMessage: 'Install version {version}?' },
    askDetail: {
      id: 'window.updates.askDetail',
      defaultMessage:
        'The wizard closes and opens again. Your environments, settings, and sign-ins stay. Your system might ask for an administrator.',
    },
    otherWindows: { id: 'window.updates.otherWindows', defaultMessage: 'If other windows of the wizard are open, close them first.' },
    later: { id: 'window.updates.later', defaultMessage: 'Not now' },
  }),
  off: defineMessages({
    'not-configured': { id: 'window.updates.off.notConfigured', defaultMessage: 'Off. No update source is set up.' },
    organization: { id: 'window.updates.off.organization', defaultMessage: 'Turned off by your organization.' },
    package: { id: 'window.updates.off.package', defaultMessage: 'Off. Update this type of installation manually.' },
    address: { id: 'window.updates.off.address', defaultMessage: 'Off. The update address must start with https.' },
  }),
  busy: defineMessages({
    writing: { id: 'window.updates.busy.writing', defaultMessage: 'Paused while a change is in progress.' },
    waiting: { id: 'window.updates.busy.waiting', defaultMessage: 'Paused until Microsoft is done with your change.' },
    scheduled: { id: 'window.updates.busy.scheduled', defaultMessage: 'Paused until your scheduled change is done.' },
  }),
  refused: defineMessages({
    unreachable: { id: 'window.updates.refused.unreachable', defaultMessage: 'Couldn’t reach the update server.' },
    malformed: { id: 'window.updates.refused.malformed', defaultMessage: 'Update refused: couldn’t read its information.' },
    signature: { id: 'window.updates.refused.signature', defaultMessage: 'Update refused: it isn’t signed by this app’s publisher.' },
    expired: { id: 'window.updates.refused.expired', defaultMessage: 'Update refused: its information has expired.' },
    channel: { id: 'window.updates.refused.channel', defaultMessage: 'Update refused: it’s for another channel.' },
    'rolled-back': { id: 'window.updates.refused.rolledBack', defaultMessage: 'Update refused: it’s older than a known version.' },
    'no-package': { id: 'window.updates.refused.noPackage', defaultMessage: 'The new version has no package for this computer.' },
    incomplete: { id: 'window.updates.refused.incomplete', defaultMessage: 'The download was interrupted.' },
    hash: { id: 'window.updates.refused.hash', defaultMessage: 'Update refused: the package isn’t the one that was signed.' },
    'other-window': {
      id: 'window.updates.refused.otherWindow',
      defaultMessage: 'Another window has an environment open. Close it, then install again.',
    },
    'not-installed': { id: 'window.updates.refused.notInstalled', defaultMessage: 'The update wasn’t installed.' },
  }),
}
