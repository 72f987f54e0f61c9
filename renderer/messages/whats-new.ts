import { defineMessages } from '#machines/messages/message.ts'

/**
 * Changes that users notice in each version. The release notes, the software center metadata and the winget manifests
 * use them too (`tools/release-notes.mjs`).
 */
export const whatsNew = {
  ...defineMessages('window.whatsNew', {
    title: 'What’s new',
    version: 'Version {version}',
    before: 'Before you rely on it',
  }),
  of110: Object.values(
    defineMessages('window.whatsNew.of110', {
      contact: 'Compare your tenant with what the wizard expects, and save the result without names for others to open.',
      pages: 'Each page says what to do, who does it, and how long it takes, with one button.',
      sources: 'Each finding and each planned change names the document it rests on, and opens it.',
      state: 'After a lost answer, a lock, or a change of policy, every page says what is so now, and what wasn’t checked since.',
      windows: 'On Windows, changes are saved while a virus scanner looks at the files, and logs open.',
      pipelines: 'For pipelines: the command line as a package that needs only Node.js, with time limits and test results.',
    }),
  ),
  openOf110: Object.values(
    defineMessages('window.whatsNew.openOf110', {
      tenant: 'The wizard hasn’t been run on a real tenant yet. Begin with a sandbox environment.',
      documents: 'Where Microsoft’s documents are silent or disagree, the wizard says so and asks you.',
      windows: 'On Windows, the records and the command line were tested under Wine, and the window wasn’t.',
    }),
  ),
  of100: Object.values(
    defineMessages('window.whatsNew.of100', {
      customers: 'See all customers and environments on one page, with what expires, and check many at once.',
      operations: 'Schedule the downtime, protect the key, and add other environments to the policy.',
      keys: 'Use a key from your own HSM or in a Managed HSM, and key vaults behind a private endpoint.',
      team: 'Share environments with your team, and open a window for each customer.',
      practice: 'Learn and teach: more practice cases, exercises, and a window for the trainer.',
      organization: 'For IT departments: packages, managed settings, signed updates, and a command line that only reads.',
    }),
  ),
  of020: Object.values(
    defineMessages('window.whatsNew.of020', {
      steps: 'Four steps, each with its checks, its plan, and a record of what was done.',
      preflight: 'Check everything before you start. Nothing changes.',
      coverage: 'See which apps and services your key covers, and which it doesn’t.',
      handoff: 'Hand over a step to a second person as a file.',
      background: 'Close the window while Microsoft works. We’ll notify you when it’s done.',
      after: 'Manage your key: rotate it, change the policy, re-enable after a lock, or return to the Microsoft-managed key.',
    }),
  ),
}
