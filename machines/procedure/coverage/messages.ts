import { defineMessages } from '../../messages/message.ts'

export const messages = defineMessages({
  assess: { id: 'coverage.assess', defaultMessage: 'Assess what the key covers' },
  gapAcknowledged: { id: 'coverage.gapAcknowledged', defaultMessage: 'The gap is acknowledged' },
  coverageHumanResourcesWhy: {
    id: 'coverage.coverageHumanResources.why',
    defaultMessage: 'The stand-alone Human Resources app doesn’t support the key.',
  },
  coverageHumanResourcesRemedy: {
    id: 'coverage.coverageHumanResources.remedy',
    defaultMessage: 'Migrate it to a finance and operations environment first, or acknowledge the gap.',
  },
  coverageCommerceWhy: {
    id: 'coverage.coverageCommerce.why',
    defaultMessage: 'The key doesn’t cover the e-commerce content management system, recommendations, or components in another geography.',
  },
  coverageCommerceRemedy: { id: 'coverage.coverageCommerce.remedy', defaultMessage: 'Acknowledge each gap, or stop here.' },
  coverageRegulatoryConfigurationWhy: {
    id: 'coverage.coverageRegulatoryConfiguration.why',
    defaultMessage:
      'The key doesn’t cover data of the stand-alone Regulatory Configuration Service. Whether it covers what replaced the service is unknown.',
  },
  coverageRegulatoryConfigurationRemedy: {
    id: 'coverage.coverageRegulatoryConfiguration.remedy',
    defaultMessage: 'Move to Globalization Studio and ask Microsoft for the status, or acknowledge each gap.',
  },
  coverageAssessedWhy: {
    id: 'coverage.coverageAssessed.why',
    defaultMessage: 'Your key doesn’t encrypt every app and add-in. Know the gaps before you change anything.',
  },
  coverageAssessedRemedy: {
    id: 'coverage.coverageAssessed.remedy',
    defaultMessage: 'Open “What the key covers”, select what you use, and acknowledge each gap.',
  },
  notAssessed: { id: 'coverage.coverageAssessed.notAssessed', defaultMessage: 'The key’s coverage isn’t assessed yet' },
  notAssessedSeen: {
    id: 'coverage.coverageAssessed.notAssessedSeen',
    defaultMessage: 'You haven’t selected the apps and add-ins you use yet.',
  },
  assessed: { id: 'coverage.coverageAssessed.assessed', defaultMessage: 'The key’s coverage is assessed' },
  tickEverything: { id: 'coverage.tickEverything', defaultMessage: 'Select everything you use in the environment' },
  noKnownGaps: { id: 'coverage.noKnownGaps', defaultMessage: 'No known gaps in what you selected' },
  allAcknowledged: { id: 'coverage.allAcknowledged', defaultMessage: 'All gaps are acknowledged' },
  gapsToAcknowledge: {
    id: 'coverage.gapsToAcknowledge',
    defaultMessage: '{count, plural, one {You have a gap to acknowledge} other {You have # gaps to acknowledge}}',
  },
  gapsWait: {
    id: 'coverage.gapsWait',
    defaultMessage: '{count, plural, one {You have # gap to acknowledge} other {You have # gaps to acknowledge}}',
  },
  notCoveredAsWhole: { id: 'coverage.notCoveredAsWhole', defaultMessage: 'Used, but not fully covered: {items}.' },
  unsureTitle: {
    id: 'coverage.coverageUnsure.title',
    defaultMessage: '{count, plural, one {It isn’t known whether # app is used} other {It isn’t known whether # apps are used}}',
  },
  unsureSeen: { id: 'coverage.coverageUnsure.seen', defaultMessage: 'Answered “Don’t know”: {items}.' },
  unsureGaps: { id: 'coverage.coverageUnsure.gaps', defaultMessage: 'If used, not fully covered: {items}.' },
  unsureRemedy: {
    id: 'coverage.coverageUnsure.remedy',
    defaultMessage: 'Find out whether they’re used, then change the answers. Or confirm that you continue without knowing.',
  },
  items: { id: 'coverage.items', defaultMessage: '{items}.' },
  used: { id: 'coverage.used', defaultMessage: 'Used: {items}.' },
})
