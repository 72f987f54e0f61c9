import { defineMessages } from '#machines/messages/message.ts'

export const pilot = defineMessages('window.pilot', {
  heading: 'Apply choices',
  hint: 'Select environments first',
  lead: 'Proposes the same choices in step 3 of each environment, and the same protections of its key. Nothing changes until you open it and confirm there.',
  from: 'Same choices as',
  wish: 'Key and policy',
  same: 'Share them where possible',
  sameText: 'In the same tenant and region, all use one policy and its key, which copying between environments needs.',
  own: 'New ones for each',
  ownText: 'Each gets a key vault, a key, and a policy of its own.',
  environment: 'Environment',
  vaultAndKey: 'Key vault and key',
  policy: 'Policy and resource group',
  region: 'Region',
  notes: 'Notes',
  protections: 'Protections of the key: {protections}',
  shared: 'Shared with {pilot}',
  save: '{count, plural, one {Save # proposal} other {Save # proposals}}',
  close: 'Close',
  saved: '{count, plural, one {# proposal saved.} other {# proposals saved.}} Open each environment to review and confirm it.',
})
