import { defineMessages } from '../../messages/message.ts'

export const messages = defineMessages('coverage', {
  assess: 'Assess what the key covers',
  gapAcknowledged: 'The gap is acknowledged',
  coverageHumanResources: {
    why: 'The stand-alone Human Resources app doesn’t support the key.',
    remedy: 'Migrate it to a finance and operations environment first, or acknowledge the gap.',
  },
  coverageCommerce: {
    why: 'The key doesn’t cover the e-commerce content management system, recommendations, or components in another geography.',
    remedy: 'Acknowledge each gap, or stop here.',
  },
  coverageRegulatoryConfiguration: {
    why: 'The key doesn’t cover data of the stand-alone Regulatory Configuration Service. Whether it covers what replaced the service is unknown.',
    remedy: 'Move to Globalization Studio and ask Microsoft for the status, or acknowledge each gap.',
  },
  coverageAssessed: {
    why: 'Your key doesn’t encrypt every app and add-in. Know the gaps before you change anything.',
    remedy: 'Open “What the key covers”, select what you use, and acknowledge each gap.',
    notAssessed: 'The key’s coverage isn’t assessed yet',
    notAssessedSeen: 'You haven’t selected the apps and add-ins you use yet.',
    assessed: 'The key’s coverage is assessed',
  },
  tickEverything: 'Select everything you use in the environment',
  noKnownGaps: 'No known gaps in what you selected',
  allAcknowledged: 'All gaps are acknowledged',
  gapsToAcknowledge: '{count, plural, one {You have a gap to acknowledge} other {You have # gaps to acknowledge}}',
  gapsWait: '{count, plural, one {You have # gap to acknowledge} other {You have # gaps to acknowledge}}',
  notCoveredAsWhole: 'Used, but not fully covered: {items}.',
  coverageUnsure: {
    title: '{count, plural, one {Is # app used?} other {Are # apps used?}}',
    isUsed: 'Is {app} used?',
    seen: 'Answered “Don’t know”: {items}.',
    gaps: 'If used, not fully covered: {items}.',
    remedy: 'Find out, and change the answer. Or continue without knowing.',
  },
  items: '{items}.',
  used: 'Used: {items}.',
})
