import { defineMessages } from '../../messages/message.ts'

export const messages = defineMessages({
  gapAcknowledged: { id: 'coverage.gapAcknowledged', defaultMessage: 'The gap is acknowledged' },
  coverageHumanResourcesWhy: {
    id: 'coverage.coverageHumanResources.why',
    defaultMessage: 'The stand-alone Human Resources app does not support the key.',
  },
  coverageHumanResourcesRemedy: {
    id: 'coverage.coverageHumanResources.remedy',
    defaultMessage: 'Move it to a finance and operations environment first, or acknowledge the gap.',
  },
  coverageCommerceWhy: {
    id: 'coverage.coverageCommerce.why',
    defaultMessage: 'The e-commerce content management system, recommendations and what lies in another geography are not covered.',
  },
  coverageCommerceRemedy: { id: 'coverage.coverageCommerce.remedy', defaultMessage: 'Acknowledge each gap, or stop here.' },
  coverageRegulatoryConfigurationWhy: {
    id: 'coverage.coverageRegulatoryConfiguration.why',
    defaultMessage:
      'What uses the stand-alone Regulatory Configuration Service is not covered. Whether what replaced it is covered isn’t answered yet.',
  },
  coverageRegulatoryConfigurationRemedy: {
    id: 'coverage.coverageRegulatoryConfiguration.remedy',
    defaultMessage: 'Move to Globalization Studio and ask Microsoft for the status, or acknowledge each gap.',
  },
  coverageAssessedWhy: {
    id: 'coverage.coverageAssessed.why',
    defaultMessage: 'Not every app and add-in is encrypted with your key. What stays outside has to be known before anything is written.',
  },
  coverageAssessedRemedy: {
    id: 'coverage.coverageAssessed.remedy',
    defaultMessage: 'Open “What the key covers”, select what is used, and acknowledge each gap.',
  },
  notAssessed: { id: 'coverage.coverageAssessed.notAssessed', defaultMessage: 'What the key will cover is not assessed yet' },
  notAssessedSeen: {
    id: 'coverage.coverageAssessed.notAssessedSeen',
    defaultMessage: 'Which apps and add-ins are used isn’t answered yet.',
  },
  assessed: { id: 'coverage.coverageAssessed.assessed', defaultMessage: 'What the key covers is assessed' },
  tickEverything: { id: 'coverage.tickEverything', defaultMessage: 'Tick everything that is used in the environment' },
  noKnownGaps: { id: 'coverage.noKnownGaps', defaultMessage: 'No known gaps in what you selected' },
  allAcknowledged: { id: 'coverage.allAcknowledged', defaultMessage: 'All gaps are acknowledged' },
  gapsToAcknowledge: {
    id: 'coverage.gapsToAcknowledge',
    defaultMessage: '{count, plural, one {There is a gap to acknowledge} other {There are # gaps to acknowledge}}',
  },
  gapsWait: {
    id: 'coverage.gapsWait',
    defaultMessage: '{count, plural, one {# gap waits to be acknowledged} other {# gaps wait to be acknowledged}}',
  },
  notCoveredAsWhole: { id: 'coverage.notCoveredAsWhole', defaultMessage: 'Used, and not covered as a whole: {items}.' },
  items: { id: 'coverage.items', defaultMessage: '{items}.' },
  used: { id: 'coverage.used', defaultMessage: 'Used: {items}.' },
})
