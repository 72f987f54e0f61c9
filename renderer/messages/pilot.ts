import { defineMessages } from '../../machines/messages/message.ts'

/** Words for proposing one environment's choices for others. */
export const pilot = defineMessages({
  heading: { id: 'window.pilot.heading', defaultMessage: 'Apply choices' },
  hint: { id: 'window.pilot.hint', defaultMessage: 'Select environments first' },
  lead: {
    id: 'window.pilot.lead',
    defaultMessage:
      'Proposes the same choices in step 3 of each environment, and the same protections of its key. Nothing changes until you open it and confirm there.',
  },
  from: { id: 'window.pilot.from', defaultMessage: 'Same choices as' },
  wish: { id: 'window.pilot.wish', defaultMessage: 'Key and policy' },
  same: { id: 'window.pilot.same', defaultMessage: 'Share them where possible' },
  sameText: {
    id: 'window.pilot.sameText',
    defaultMessage: 'In the same tenant and region, all use one policy and its key, which copying between environments needs.',
  },
  own: { id: 'window.pilot.own', defaultMessage: 'New ones for each' },
  ownText: { id: 'window.pilot.ownText', defaultMessage: 'Each gets a key vault, a key, and a policy of its own.' },
  environment: { id: 'window.pilot.environment', defaultMessage: 'Environment' },
  vaultAndKey: { id: 'window.pilot.vaultAndKey', defaultMessage: 'Key vault and key' },
  policy: { id: 'window.pilot.policy', defaultMessage: 'Policy and resource group' },
  region: { id: 'window.pilot.region', defaultMessage: 'Region' },
  notes: { id: 'window.pilot.notes', defaultMessage: 'Notes' },
  protections: { id: 'window.pilot.protections', defaultMessage: 'Protections of the key: {protections}' },
  shared: { id: 'window.pilot.shared', defaultMessage: 'Shared with {pilot}' },
  save: { id: 'window.pilot.save', defaultMessage: '{count, plural, one {Save # proposal} other {Save # proposals}}' },
  close: { id: 'window.pilot.close', defaultMessage: 'Close' },
  saved: {
    id: 'window.pilot.saved',
    defaultMessage: '{count, plural, one {# proposal saved.} other {# proposals saved.}} Open each environment to review and confirm it.',
  },
})
