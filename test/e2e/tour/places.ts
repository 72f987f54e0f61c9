/** The start page and what is behind its doors, in the order in which their tour visits them. */
export const START_PLACES = [
  'start',
  'start-work',
  'start-work-details',
  'start-work-none',
  'start-cases',
  'start-sign-in',
  'start-sign-in-registration',
  'start-sign-in-device-code',
  'start-sign-in-azure-cli',
  'start-sign-in-azure-powershell',
  'start-sign-in-errors',
  'start-sign-in-secret',
] as const

export type StartPlace = (typeof START_PLACES)[number]

/** The pages beside the first step, in the order of their tour. */
export const BESIDE_PLACES = [
  'prepare-unknown',
  'preflight-choosing',
  'preflight-found',
  'prepare-found',
  'evidence-none',
  'coverage-answering',
  'coverage-nothing-ticked',
  'coverage-gaps',
  'coverage-acknowledged',
] as const

export type BesidePlace = (typeof BESIDE_PLACES)[number]

/** What the menu opens over any page. */
export const OVER_PLACES = ['over-find', 'over-settings', 'over-shortcuts', 'over-whats-new', 'over-about'] as const

export type OverPlace = (typeof OVER_PLACES)[number]

/** The first two steps, in the order in which their tour visits them. */
export const FIRST_STEPS_PLACES = [
  'step-1-choosing',
  'step-1-nothing-chosen',
  'step-1-not-assessed',
  'step-1-proved',
  'step-1-pitfalls',
  'step-1-by-hand',
  'step-1-documents',
  ...OVER_PLACES,
  'step-2-script-empty',
  'step-2-to-confirm',
  'step-2-proved',
  'step-1-refused',
  'step-1-reading',
  'step-2-refused',
] as const

export type FirstStepsPlace = (typeof FIRST_STEPS_PLACES)[number]

/** The third step, in the order of its tour. */
export const POLICY_PLACES = [
  'step-3-form',
  'step-3-form-errors',
  'step-3-plan',
  'step-3-script',
  'step-3-change-opened',
  'step-3-confirming',
  'step-3-applying',
  'step-3-pausing',
  'step-3-paused',
  'step-3-waiting',
  'step-3-proved',
  'step-3-refused',
  'step-3-irreversible',
] as const

export type PolicyPlace = (typeof POLICY_PLACES)[number]

/** The last step and what comes after it, in the order of its tour. */
export const LINK_PLACES = [
  'step-4-to-confirm',
  'step-4-wrong-start',
  'step-4-wrong-name',
  'step-4-accepted',
  'step-4-waiting',
  'step-4-out-of-reach',
  'step-4-signed-out',
  'step-4-proved',
  'closing',
  'evidence',
  'operations-drift',
  'hand-over',
  'hand-over-saved',
  'hand-over-opened',
  'step-4-failed',
] as const

export type LinkPlace = (typeof LINK_PLACES)[number]

/** What only a served tenant shows, in the order of its tour. */
export const CONNECTED_PLACES = [
  'sign-in-refused',
  'sign-in-device-code',
  'connected-choosing',
  'connected-proved',
  'engagements',
  'engagements-removing',
  'engagements-secret',
  'recovery-differs',
] as const

export type ConnectedPlace = (typeof CONNECTED_PLACES)[number]

/** What can be done after the link, in the order of its tour. */
export const OPERATION_PLACES = [
  'operations-list',
  'operation-rotate-plan',
  'operation-rotate-to-confirm',
  'operations-what-if',
  'operation-protect-unlocked',
  'operation-protect-plan',
  'operation-change-choosing',
  'operation-change-nothing-chosen',
  'operation-change-plan',
  'operation-change-confirming',
  'operation-change-waiting',
  'operation-re-enable-locked',
  'operation-re-enable-to-press',
  'operation-revert-plan',
  'operation-revert-done',
  'environments-today',
  'environments-all-on-the-key',
  'operation-add-choosing',
  'operation-add-found',
] as const

export type OperationPlace = (typeof OPERATION_PLACES)[number]

/** Each kind of page once, and what opens over a page, in the order of their tour. */
export const MAIN_PLACES = [
  'main-start',
  'main-cases',
  'main-sign-in',
  'main-prepare',
  'main-preflight',
  'main-coverage',
  'main-step-1',
  'main-help',
  ...OVER_PLACES,
  'main-step-2',
  'main-form',
  'main-plan',
  'main-confirming',
  'main-to-confirm',
  'main-waiting',
  'main-closing',
  'main-evidence',
  'main-hand-over',
  'main-operations',
] as const

export type MainPlace = (typeof MAIN_PLACES)[number]

export type AnyPlace = StartPlace | BesidePlace | FirstStepsPlace | PolicyPlace | LinkPlace | ConnectedPlace | OperationPlace | MainPlace
