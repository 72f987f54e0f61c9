import { defined } from '../../defined.ts'
import type { DisplayText } from '../../messages/message.ts'
import type { CoverageItem, Forecast, Statement } from './item.ts'
import { messages } from './item-messages.ts'

/* The two tables of the finance and operations article, row by row, in its editions of 13 March 2026 and 1 February
   2023. Statements of the Power Platform page are added: the two are separate authorities. */

const article = (covers: Statement['covers'], says: DisplayText, terms: readonly string[], forecast?: Forecast): Statement => ({
  source: 'finance-and-operations-keys',
  edition: '2026-03-13',
  covers,
  says,
  terms,
  ...defined({ forecast }),
})

const articleOf2023 = (covers: Statement['covers'], says: DisplayText, forecast?: Forecast): Statement => ({
  source: 'finance-and-operations-keys',
  edition: '2023-02-01',
  covers,
  says,
  ...defined({ forecast }),
})

const listed = (edition: '2025-06-09' | '2023-08-24'): Statement => ({
  source: 'power-platform-keys',
  edition,
  covers: 'covered',
  says: messages.inTheList,
})

/** Both depend on a condition, worded differently for add-ins and for Finance. */
const LATE_2023 = (condition: string): Forecast => ({ words: `expected in late 2023, ${condition}`, until: '2023-12-31' })
const OF_ADD_INS = LATE_2023('when RCS functionality is added to the finance and operations platform')
const OF_FINANCE = LATE_2023('when RCS functionality becomes available for finance and operations apps')
const SOMETIME: Forecast = { words: 'expected sometime in the future' }

const SINCE_RCS_MOVED = messages.sinceRcsMoved
const MOVE_FROM_RCS = messages.moveFromRcs
const ASK_MICROSOFT = messages.askMicrosoft

/** The article limits this add-in with the stand-alone Regulatory Configuration Service, and says nothing otherwise. */
function addInWithRcs(
  row: string,
  terms: { readonly withRcs: readonly string[]; readonly without: readonly string[] },
): { readonly withRcs: CoverageItem; readonly without: CoverageItem } {
  const limited = messages.rcsLimited
  const silent = messages.rcsSilent
  return {
    without: {
      title: messages.setUpInFinance.title({ addIn: row }),
      group: 'add-ins',
      row,
      covers: 'unknown',
      because: SINCE_RCS_MOVED,
      toDo: ASK_MICROSOFT,
      known: messages.setUpInFinance.known({ addIn: row }),
      statements: [article('unknown', silent, terms.without), articleOf2023('unknown', silent)],
    },
    withRcs: {
      title: messages.withRcs.title({ addIn: row }),
      group: 'add-ins',
      row,
      covers: 'not',
      because: SINCE_RCS_MOVED,
      toDo: MOVE_FROM_RCS,
      known: messages.withRcs.known({ addIn: row }),
      statements: [article('not', limited, terms.withRcs, OF_ADD_INS), articleOf2023('not', limited, OF_ADD_INS)],
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
    title: messages.otherAddIns.title,
    hint: messages.otherAddIns.hint,
    group: 'add-ins',
    row: 'All other add-ins',
    covers: 'covered',
    because: messages.otherAddIns.because,
    statements: [
      article('covered', messages.allOthersSupport, ['All other add-ins support CMK policies']),
      articleOf2023('covered', messages.allOthersSupport),
    ],
  },
} as const satisfies Readonly<Record<string, CoverageItem>>

const COMMERCE = 'Dynamics 365 Commerce'
const ELSEWHERE_TERMS = [
  'Commerce Scale Units, e-commerce, and ratings and reviews',
  'a different geo than the finance and operations environment',
]
const ELSEWHERE_OF_2023 = articleOf2023('unlisted', messages.nothingOnOtherGeography)

/** A Commerce component covered only in the environment's own geography. */
function commerceComponent(words: { readonly here: DisplayText; readonly elsewhere: DisplayText; readonly known: DisplayText }): {
  readonly here: CoverageItem
  readonly elsewhere: CoverageItem
} {
  return {
    here: {
      title: words.here,
      group: 'commerce',
      row: COMMERCE,
      within: 'commerce',
      covers: 'covered',
      because: messages.here.because,
      statements: [article('covered', messages.onlyOtherGeographySays, ELSEWHERE_TERMS), ELSEWHERE_OF_2023],
    },
    elsewhere: {
      title: words.elsewhere,
      group: 'commerce',
      row: COMMERCE,
      within: 'commerce',
      covers: 'not',
      toDo: messages.elsewhereToDo,
      known: words.known,
      statements: [article('not', messages.otherGeographySays, ELSEWHERE_TERMS), ELSEWHERE_OF_2023],
    },
  }
}

const scaleUnits = commerceComponent({
  here: messages.scaleUnits.here,
  elsewhere: messages.scaleUnits.elsewhere,
  known: messages.scaleUnits.known,
})
const eCommerce = commerceComponent({
  here: messages.eCommerceHere,
  elsewhere: messages.eCommerceElsewhere,
  known: messages.eCommerceKnown,
})
const ratings = commerceComponent({ here: messages.ratingsHere, elsewhere: messages.ratingsElsewhere, known: messages.ratingsKnown })

export const APPS = {
  finance: {
    title: messages.finance,
    group: 'finance-and-operations',
    row: 'Dynamics 365 Finance',
    covers: 'covered',
    statements: [
      article('covered', messages.allResources, ['support CMKs for all environment-specific resources']),
      listed('2025-06-09'),
      listed('2023-08-24'),
      articleOf2023('covered', messages.allResources),
    ],
  },
  'finance-rcs': {
    title: messages.financeRcs.title,
    group: 'finance-and-operations',
    row: 'Dynamics 365 Finance',
    within: 'finance',
    covers: 'not',
    because: SINCE_RCS_MOVED,
    toDo: MOVE_FROM_RCS,
    known: messages.financeRcs.known,
    statements: [
      article('not', messages.rcsDataSays, ["data that's managed under RCS environments doesn't currently support CMKs"], OF_FINANCE),
      articleOf2023('not', messages.rcsDataSays, OF_FINANCE),
    ],
  },
  'supply-chain-management': {
    title: messages.supplyChainManagement,
    group: 'finance-and-operations',
    row: 'Dynamics 365 Supply Chain Management',
    covers: 'covered',
    statements: [
      article('covered', messages.allResourcesAtRest, ['support CMKs for the encryption of all environment-specific resources at rest']),
      listed('2025-06-09'),
      listed('2023-08-24'),
      articleOf2023('covered', messages.allResourcesAtRest),
    ],
  },
  'demand-planning': {
    title: messages.demandPlanning.title,
    group: 'finance-and-operations',
    row: 'Demand planning app',
    covers: 'partly',
    toDo: messages.demandPlanning.toDo,
    known: messages.demandPlanning.known,
    statements: [
      article('partly', messages.notFullySays, ["doesn't fully support CMKs"], SOMETIME),
      articleOf2023('unlisted', messages.noRowSays),
    ],
  },
  'human-resources': {
    title: messages.humanResources,
    group: 'finance-and-operations',
    row: 'Dynamics 365 Human Resources',
    covers: 'covered',
    statements: [
      article('covered', messages.allResourcesWhenProvisioned, [
        'provisioned via a finance and operations environment',
        'support CMKs for all environment-specific resources',
      ]),
      articleOf2023('covered', messages.whenProvisionedSays),
    ],
  },
  'human-resources-stand-alone': {
    title: messages.humanResourcesStandAlone.title,
    group: 'finance-and-operations',
    row: 'Dynamics 365 Human Resources',
    covers: 'not',
    toDo: messages.humanResourcesStandAlone.toDo,
    known: messages.humanResourcesStandAlone.known,
    statements: [
      article('not', messages.standAloneSays, ["The Human Resources stand-alone app doesn't support CMKs", 'migration tooling']),
      articleOf2023('not', messages.standAloneNotCovered),
    ],
  },
  'lifecycle-services': {
    title: messages.lifecycleServices.title,
    hint: messages.lifecycleServices.hint,
    group: 'finance-and-operations',
    row: 'Microsoft Dynamics Lifecycle Services',
    covers: 'not',
    because: messages.lifecycleServices.because,
    toDo: messages.lifecycleServices.toDo,
    known: messages.lifecycleServices.known,
    statements: [
      article(
        'not',
        messages.lifecycleServicesSays,
        ['file assets, methodologies, task recorder data, and any other project metadata', "won't be encrypted by using CMKs"],
        SOMETIME,
      ),
      articleOf2023('not', messages.lifecycleServicesSays, SOMETIME),
    ],
  },
  commerce: {
    title: messages.commerce,
    group: 'commerce',
    row: COMMERCE,
    covers: 'covered',
    because: messages.exceptedIsOwnItem,
    statements: [
      article('covered', messages.allResourcesWithExceptions, [
        'support CMKs for all environment-specific resources except the e-commerce content management system (CMS) and recommendations',
      ]),
      {
        source: 'power-platform-keys',
        edition: '2025-06-09',
        covers: 'unlisted',
        says: messages.commerceUnlistedSays,
      },
      listed('2023-08-24'),
      articleOf2023('covered', messages.allResourcesWithExceptions),
    ],
  },
  'commerce-content-management': {
    title: messages.commerceContentManagement.title,
    group: 'commerce',
    row: COMMERCE,
    within: 'commerce',
    covers: 'not',
    toDo: messages.acceptOrDoNotUse,
    known: messages.commerceContentManagement.known,
    statements: [
      article('not', messages.exceptedSays, ['except the e-commerce content management system (CMS)'], {
        words: 'expected to be enabled in the future',
      }),
      articleOf2023('not', messages.exceptedPromisedSays),
    ],
  },
  'commerce-recommendations': {
    title: messages.commerceRecommendations.title,
    group: 'commerce',
    row: COMMERCE,
    within: 'commerce',
    covers: 'not',
    because: messages.commerceRecommendations.because,
    toDo: messages.acceptOrDoNotUse,
    known: messages.commerceRecommendations.known,
    statements: [
      article('not', messages.exceptedUnpromisedSays, ['(CMS) and recommendations']),
      articleOf2023('not', messages.theyAreExceptedPromised),
    ],
  },
  'commerce-scale-units': scaleUnits.here,
  'commerce-scale-units-elsewhere': scaleUnits.elsewhere,
  'commerce-e-commerce': eCommerce.here,
  'commerce-e-commerce-elsewhere': eCommerce.elsewhere,
  'commerce-ratings': ratings.here,
  'commerce-ratings-elsewhere': ratings.elsewhere,
} as const satisfies Readonly<Record<string, CoverageItem>>
