import { defineMessages } from '#machines/messages/message.ts'

export const activity = {
  ...defineMessages('window.activity', {
    title: 'Activity',
    running: 'Running and scheduled',
    nothingRuns: 'Nothing is running or scheduled.',
    finished: 'Finished',
    nothingFinished: 'Nothing has finished yet.',
    started: 'Started {when}',
    succeeded: 'Succeeded',
    failed: 'Failed',
    open: 'Open in this window',
  }),
  kinds: defineMessages('window.activity.kinds', {
    encrypting: 'Encryption with your key',
    managing: 'Managed Environments',
    removing: 'Removal from the policy',
    rotating: 'New key version',
    registering: 'Resource provider',
    assigning: 'Role assignment',
  }),
}
