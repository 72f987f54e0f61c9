import type { CoverageItem, Forecast, Statement } from './item.ts'

/*
 * The two tables of the finance and operations article, row by row, in its edition of 13 March 2026 and in that of 1 February
 * 2023. Where the Power Platform page names the same app, what it says stands beside it: the two are separate authorities.
 */

const article = (covers: Statement['covers'], says: string, terms: readonly string[], forecast?: Forecast): Statement => ({
  source: 'finance-and-operations-keys',
  edition: '2026-03-13',
  covers,
  says,
  terms,
  ...(forecast ? { forecast } : {}),
})

const articleOf2023 = (covers: Statement['covers'], says: string, forecast?: Forecast): Statement => ({
  source: 'finance-and-operations-keys',
  edition: '2023-02-01',
  covers,
  says,
  ...(forecast ? { forecast } : {}),
})

const listed = (edition: '2025-06-09' | '2023-08-24'): Statement => ({
  source: 'power-platform-keys',
  edition,
  covers: 'covered',
  says: 'It stands in the list of services that support the key.',
})

const LATE_2023: Forecast = { words: 'expected in late 2023', until: '2023-12-31' }
const SOMETIME: Forecast = { words: 'expected sometime in the future' }

const SINCE_RCS_MOVED =
  'The stand-alone Regulatory Configuration Service was to be shut down by 1 August 2024; from version 10.0.39 its functions are in the Globalization Studio workspace of Finance. Nothing that was read says that this brought the key to the data.'
const MOVE_FROM_RCS =
  'Move from the stand-alone Regulatory Configuration Service to Globalization Studio in Finance, and ask Microsoft whether the data there is encrypted with your key.'
const ASK_MICROSOFT = 'Ask Microsoft whether this data is encrypted with your key, and keep the answer with the report.'

/** An add-in that the article limits when it uses the stand-alone Regulatory Configuration Service, and is silent on otherwise. */
function addInWithRcs(
  row: string,
  terms: { readonly withRcs: readonly string[]; readonly without: readonly string[] },
): { readonly withRcs: CoverageItem; readonly without: CoverageItem } {
  const limited = 'Deployments that use the stand-alone Regulatory Configuration Service do not support the key.'
  const silent = 'Only deployments that use the stand-alone Regulatory Configuration Service are limited. Of others it says nothing.'
  return {
    without: {
      title: `${row}, set up in Finance`,
      group: 'add-ins',
      row,
      covers: 'unknown',
      because: SINCE_RCS_MOVED,
      toDo: ASK_MICROSOFT,
      known: `nobody has said whether the data of ${row} is encrypted with our key`,
      statements: [article('unknown', silent, terms.without), articleOf2023('unknown', silent)],
    },
    withRcs: {
      title: `${row}, with the stand-alone Regulatory Configuration Service`,
      group: 'add-ins',
      row,
      covers: 'not',
      because: SINCE_RCS_MOVED,
      toDo: MOVE_FROM_RCS,
      known: `the data of ${row} with the stand-alone Regulatory Configuration Service is not encrypted with our key`,
      statements: [article('not', limited, terms.withRcs, LATE_2023), articleOf2023('not', limited, LATE_2023)],
    },
  }
}

const tax = addInWithRcs('Tax Calculation', {
  without: ['that use the stand-alone Regulatory Configuration Service (RCS)'],
  withRcs: ['stand-alone Regulatory Configuration Service (RCS)', "don't support CMKs"],
})
const invoicing = addInWithRcs('Electronic Invoicing', {
  without: ['that use stand-alone RCS'],
  withRcs: ['stand-alone RCS', "don't support CMKs"],
})

export const ADD_INS = {
  'tax-calculation': tax.without,
  'tax-calculation-rcs': tax.withRcs,
  'electronic-invoicing': invoicing.without,
  'electronic-invoicing-rcs': invoicing.withRcs,
  'other-add-ins': {
    title: 'Other add-ins',
    hint: 'For example Planning Optimization, Inventory Visibility, Export to Data Lake, IoT Intelligence',
    group: 'add-ins',
    row: 'All other add-ins',
    covers: 'covered',
    because: 'The article gives no list of these add-ins.',
    statements: [
      article('covered', 'All other add-ins support the policy.', ['All other add-ins support CMK policies']),
      articleOf2023('covered', 'All other add-ins support the policy.'),
    ],
  },
} as const satisfies Readonly<Record<string, CoverageItem>>

const COMMERCE = 'Dynamics 365 Commerce'
const ELSEWHERE_TERMS = [
  'Commerce Scale Units, e-commerce, and ratings and reviews',
  'a different geo than the finance and operations environment',
]
const ELSEWHERE_OF_2023 = articleOf2023('unlisted', 'It says nothing of components in another geography.')

/** A component of Commerce that the key reaches only in the environment’s own geography. */
function commerceComponent(
  name: string,
  inSentence: string,
  are: string,
): { readonly here: CoverageItem; readonly elsewhere: CoverageItem } {
  return {
    here: {
      title: `${name} in the environment’s geography`,
      group: 'commerce',
      row: COMMERCE,
      within: 'commerce',
      covers: 'covered',
      because: 'The article excludes only components in another geography than the environment’s.',
      statements: [article('covered', 'Only components in another geography are excluded.', ELSEWHERE_TERMS), ELSEWHERE_OF_2023],
    },
    elsewhere: {
      title: `${name} in another geography`,
      group: 'commerce',
      row: COMMERCE,
      within: 'commerce',
      covers: 'not',
      toDo: 'Move the component to the environment’s geography, or accept the gap.',
      known: `${inSentence} in another geography ${are} not encrypted with our key`,
      statements: [
        article('not', 'Components in another geography than the environment cannot have the key.', ELSEWHERE_TERMS),
        ELSEWHERE_OF_2023,
      ],
    },
  }
}

const scaleUnits = commerceComponent('Commerce Scale Units', 'Commerce Scale Units', 'are')
const eCommerce = commerceComponent('E-commerce', 'e-commerce', 'is')
const ratings = commerceComponent('Ratings and reviews', 'ratings and reviews', 'are')

export const APPS = {
  finance: {
    title: 'Finance',
    group: 'finance-and-operations',
    row: 'Dynamics 365 Finance',
    covers: 'covered',
    statements: [
      article('covered', 'All environment-specific resources support the key.', ['support CMKs for all environment-specific resources']),
      listed('2025-06-09'),
      listed('2023-08-24'),
      articleOf2023('covered', 'All environment-specific resources support the key.'),
    ],
  },
  'finance-rcs': {
    title: 'The stand-alone Regulatory Configuration Service beside Finance',
    group: 'finance-and-operations',
    row: 'Dynamics 365 Finance',
    within: 'finance',
    covers: 'not',
    because: SINCE_RCS_MOVED,
    toDo: MOVE_FROM_RCS,
    known: 'data in the stand-alone Regulatory Configuration Service is not encrypted with our key',
    statements: [
      article(
        'not',
        'Data that is managed in the Regulatory Configuration Service does not support the key.',
        ["data that's managed under RCS environments doesn't currently support CMKs"],
        LATE_2023,
      ),
      articleOf2023('not', 'Data that is managed in the Regulatory Configuration Service does not support the key.', LATE_2023),
    ],
  },
  'supply-chain-management': {
    title: 'Supply Chain Management',
    group: 'finance-and-operations',
    row: 'Dynamics 365 Supply Chain Management',
    covers: 'covered',
    statements: [
      article('covered', 'All environment-specific resources at rest support the key.', [
        'support CMKs for the encryption of all environment-specific resources at rest',
      ]),
      listed('2025-06-09'),
      listed('2023-08-24'),
      articleOf2023('covered', 'All environment-specific resources at rest support the key.'),
    ],
  },
  'demand-planning': {
    title: 'The Demand planning app',
    group: 'finance-and-operations',
    row: 'Demand planning app',
    covers: 'partly',
    toDo: 'Ask Microsoft which data of Demand planning stays on the Microsoft-managed key: the article does not say.',
    known: 'Demand planning is not fully covered by our key, and which part is not is not documented',
    statements: [
      article('partly', 'The app does not fully support the key.', ["doesn't fully support CMKs"], SOMETIME),
      articleOf2023('unlisted', 'The table has no row for it.'),
    ],
  },
  'human-resources': {
    title: 'Human Resources in a finance and operations environment',
    group: 'finance-and-operations',
    row: 'Dynamics 365 Human Resources',
    covers: 'covered',
    statements: [
      article(
        'covered',
        'All environment-specific resources support the key when it is provisioned through a finance and operations environment.',
        ['provisioned via a finance and operations environment', 'support CMKs for all environment-specific resources'],
      ),
      articleOf2023('covered', 'Covered when it is provisioned through a finance and operations environment.'),
    ],
  },
  'human-resources-stand-alone': {
    title: 'The stand-alone Human Resources app',
    group: 'finance-and-operations',
    row: 'Dynamics 365 Human Resources',
    covers: 'not',
    toDo: 'Move it to a finance and operations environment with the migration tooling first, or accept the gap.',
    known: 'the data of the stand-alone Human Resources app is not encrypted with our key',
    statements: [
      article('not', 'The stand-alone app does not support the key and has to be migrated first.', [
        "The Human Resources stand-alone app doesn't support CMKs",
        'migration tooling',
      ]),
      articleOf2023('not', 'The stand-alone app is not covered and has to be migrated first.'),
    ],
  },
  'lifecycle-services': {
    title: 'Lifecycle Services projects',
    hint: 'File assets, methodologies, task recordings, project data',
    group: 'finance-and-operations',
    row: 'Microsoft Dynamics Lifecycle Services',
    covers: 'not',
    because: 'Whether this still matters after a migration to the Power Platform admin center is not documented.',
    toDo: 'Look at what is kept in the project’s asset library and task recordings, and take out what needs your key.',
    known: 'file assets, methodologies, task recordings and other project data in Lifecycle Services are not encrypted with our key',
    statements: [
      article(
        'not',
        'Data stored in Lifecycle Services is not encrypted with the key.',
        ['file assets, methodologies, task recorder data, and any other project metadata', "won't be encrypted by using CMKs"],
        SOMETIME,
      ),
      articleOf2023('not', 'Data stored in Lifecycle Services is not encrypted with the key.', SOMETIME),
    ],
  },
  commerce: {
    title: 'Commerce',
    group: 'commerce',
    row: COMMERCE,
    covers: 'covered',
    because: 'What is excepted stands as an item of its own, where it is used.',
    statements: [
      article('covered', 'All environment-specific resources support the key, with exceptions.', [
        'support CMKs for all environment-specific resources except the e-commerce content management system (CMS) and recommendations',
      ]),
      {
        source: 'power-platform-keys',
        edition: '2025-06-09',
        covers: 'unlisted',
        says: 'Commerce no longer stands in the list of services that support the key.',
      },
      listed('2023-08-24'),
      articleOf2023('covered', 'All environment-specific resources support the key, with exceptions.'),
    ],
  },
  'commerce-content-management': {
    title: 'The e-commerce content management system',
    group: 'commerce',
    row: COMMERCE,
    within: 'commerce',
    covers: 'not',
    toDo: 'Accept the gap, or do not use it for what needs your key.',
    known: 'the e-commerce content management system is not encrypted with our key',
    statements: [
      article('not', 'It is excepted from the key.', ['except the e-commerce content management system (CMS)'], {
        words: 'expected to be enabled in the future',
      }),
      articleOf2023('not', 'It is excepted from the key; support is promised for the future.'),
    ],
  },
  'commerce-recommendations': {
    title: 'Recommendations',
    group: 'commerce',
    row: COMMERCE,
    within: 'commerce',
    covers: 'not',
    because: 'The edition of 1 February 2023 promised support for the future; the newer one no longer does.',
    toDo: 'Accept the gap, or do not use it for what needs your key.',
    known: 'the recommendations of Commerce are not encrypted with our key',
    statements: [
      article('not', 'They are excepted from the key, without a promise.', ['(CMS) and recommendations']),
      articleOf2023('not', 'They are excepted from the key; support is promised for the future.'),
    ],
  },
  'commerce-scale-units': scaleUnits.here,
  'commerce-scale-units-elsewhere': scaleUnits.elsewhere,
  'commerce-e-commerce': eCommerce.here,
  'commerce-e-commerce-elsewhere': eCommerce.elsewhere,
  'commerce-ratings': ratings.here,
  'commerce-ratings-elsewhere': ratings.elsewhere,
} as const satisfies Readonly<Record<string, CoverageItem>>
