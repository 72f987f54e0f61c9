import { defineMessages } from '../../machines/messages/message.ts'

/**
 * What a user notices of each version. The release notes, the metadata for software centers, and winget's manifests take it from here
 * (`tools/release-notes.mjs`).
 */
export const whatsNew = {
  ...defineMessages({
    title: { id: 'window.whatsNew.title', defaultMessage: 'What’s new' },
    version: { id: 'window.whatsNew.version', defaultMessage: 'Version {version}' },
    before: { id: 'window.whatsNew.before', defaultMessage: 'Before you rely on it' },
  }),
  of100: Object.values(
    defineMessages({
      customers: {
        id: 'window.whatsNew.of100.customers',
        defaultMessage: 'See all customers and environments on one page, with what expires, and check many at once.',
      },
      operations: {
        id: 'window.whatsNew.of100.operations',
        defaultMessage: 'Schedule the downtime, protect the key, and add other environments to the policy.',
      },
      keys: {
        id: 'window.whatsNew.of100.keys',
        defaultMessage: 'Use a key from your own HSM or in a Managed HSM, and key vaults behind a private endpoint.',
      },
      team: {
        id: 'window.whatsNew.of100.team',
        defaultMessage: 'Share environments with your team, and open a window for each customer.',
      },
      practice: {
        id: 'window.whatsNew.of100.practice',
        defaultMessage: 'Learn and teach: more practice cases, exercises, and a window for the trainer.',
      },
      organization: {
        id: 'window.whatsNew.of100.organization',
        defaultMessage: 'For IT departments: packages, managed settings, signed updates, and a command line that only reads.',
      },
    }),
  ),
  openOf100: Object.values(
    defineMessages({
      tenant: {
        id: 'window.whatsNew.openOf100.tenant',
        defaultMessage: 'The wizard hasn’t been run on a real tenant yet. Begin with a sandbox environment.',
      },
      documents: {
        id: 'window.whatsNew.openOf100.documents',
        defaultMessage: 'Where Microsoft’s documents are silent or disagree, the wizard says so and asks you.',
      },
    }),
  ),
  of020: Object.values(
    defineMessages({
      steps: {
        id: 'window.whatsNew.of020.steps',
        defaultMessage: 'Four steps, each with its checks, its plan, and a record of what was done.',
      },
      preflight: { id: 'window.whatsNew.of020.preflight', defaultMessage: 'Check everything before you start. Nothing changes.' },
      coverage: {
        id: 'window.whatsNew.of020.coverage',
        defaultMessage: 'See which apps and services your key covers, and which it doesn’t.',
      },
      handoff: { id: 'window.whatsNew.of020.handoff', defaultMessage: 'Hand over a step to a second person as a file.' },
      background: {
        id: 'window.whatsNew.of020.background',
        defaultMessage: 'Close the window while Microsoft works. We’ll notify you when it’s done.',
      },
      after: {
        id: 'window.whatsNew.of020.after',
        defaultMessage: 'Manage your key: rotate it, change the policy, re-enable after a lock, or return to the Microsoft-managed key.',
      },
    }),
  ),
}
