import { CASE_STAGES } from '../../machines/engine/wizard/case-stages.ts'
import { assess, coverageItem } from '../../machines/procedure/coverage/assess.ts'
import type { CoverageItemId } from '../../machines/procedure/coverage/item-ids.ts'
import { rowsOf } from '../../machines/procedure/coverage/view.ts'
import { keyMap } from '../../machines/procedure/key-map/key-map.ts'
import type { SignInProgress } from '../../machines/sign-in/sign-in.ts'
import type {
  ActionView,
  DriftView,
  FindingView,
  PracticeCase,
  ProgressView,
  RefusalView,
  StepView,
  WizardView,
} from '../../messages/view.ts'
import { english } from '../english.ts'

/** Views as main would send them, made by hand, so that a page can be drawn in every state without a machine. */

export const NOW = Date.UTC(2026, 10, 24, 12, 0)
const MINUTE = 60_000
const DAY = 1440 * MINUTE

/** A view that has what its page shows. */
type With<Part extends keyof WizardView> = WizardView & { readonly [Name in Part]-?: NonNullable<WizardView[Name]> }

/** A case of the gallery. */
const practiceCase = (told: Partial<PracticeCase> & Pick<PracticeCase, 'name' | 'title'>): PracticeCase => ({
  ...{ story: '', objective: 'See the whole path.', group: 'works', minutes: 15, level: 1, ending: 'Ends encrypted', endsWell: true },
  stages: CASE_STAGES,
  ...told,
})

const laterLocked = (choice: string) =>
  ({ title: `In an hour: ${choice}`, group: 'later', family: { title: 'Locked an hour later', choice } }) as const

export const startView: With<'start'> = {
  revision: 1,
  now: NOW,
  page: 'start',
  refusedAudiences: [],
  start: {
    clouds: [
      {
        id: 'commercial',
        name: 'Microsoft Azure (commercial)',
        custom: false,
        authority: 'https://login.microsoftonline.com',
        verified: true,
        notes: [],
      },
      {
        id: 'gcc',
        name: 'US Government (GCC)',
        custom: false,
        authority: 'https://login.microsoftonline.com',
        verified: false,
        notes: ['Nobody has seen its regional hosts.'],
      },
    ],
    scenarios: [
      practiceCase({ name: 'ready-to-enable', title: 'Ready to enable', story: 'Everything is in order.' }),
      practiceCase({ name: 'throttled', title: 'Throttled services', objective: 'See the app slow down.', group: 'breaks', level: 2 }),
      practiceCase({ name: 'lock-key-disabled', ...laterLocked('The key is disabled') }),
      practiceCase({ name: 'lock-key-deleted', ...laterLocked('The key is deleted') }),
    ],
    engagements: [],
    connecting: false,
  },
  stepper: [],
  pages: [],
  announcement: { id: 0, text: '' },
  can: ['OPEN_PRACTICE', 'SIGN_IN'],
  decisions: [],
}

/** A sign-in under way. */
export const signInView = (progress: SignInProgress | undefined): WizardView => ({
  ...startView,
  start: {
    scenarios: [],
    clouds: startView.start?.clouds ?? [],
    connecting: true,
    signIn: { request: { way: 'device-code', tenant: 'contoso.onmicrosoft.com', cloud: 'commercial' }, ...(progress ? { progress } : {}) },
  },
  can: ['CANCEL'],
})

/** As the sign-in service refuses. */
export const refusal: RefusalView = {
  reason: 'unauthenticated',
  request: 'Sign-in (browser)',
  status: 400,
  code: 'AADSTS90002',
  message: 'Tenant not found.',
  correlationId: 'b03e1e6d-73db-4367-90e1-2e378bf7e2fc',
}

export const fail: FindingView = {
  key: 'purge-protection',
  id: 'F-401',
  part: 'vault',
  status: 'fail',
  title: 'Purge protection is off',
  seen: 'kv-contoso-cmk: purge protection off.',
  why: 'Without it the environment cannot be encrypted.',
  remedy: 'Turn it on. It cannot be turned off again.',
  owner: 'key-vault-administrator',
  byHand: ['Open the key vault.', 'Turn on purge protection.'],
  link: { id: 'azure-vault', title: 'Open the key vault in the Azure portal' },
  source: 'soft-delete',
  planned: false,
  offer: { event: 'DECIDE', decision: { kind: 'turn-on-purge-protection' }, title: 'Turn on purge protection' },
  attestable: false,
  message: 'Purge protection is off on kv-contoso-cmk.',
}

export const unreadable: FindingView = {
  ...fail,
  key: 'vault-readable',
  title: 'Couldn’t read the key vault',
  status: 'unknown',
  refusal: {
    reason: 'forbidden',
    request: 'GET /subscriptions/…/vaults/kv-contoso-cmk',
    status: 403,
    code: 'AuthorizationFailed',
    message: 'The client does not have authorization. <b>bold</b>',
    correlationId: 'b03e1e6d-73db-4367-90e1-2e378bf7e2fc',
  },
}

export const toConfirm: FindingView = {
  ...fail,
  key: 'licence',
  id: 'F-801',
  title: 'Does everybody hold a licence?',
  status: 'unknown',
  owner: 'you',
  attestable: true,
}

export const warning: FindingView = {
  ...fail,
  key: 'key-expiry',
  id: 'F-407',
  title: 'The key expires in 20 days',
  status: 'warning',
  owner: 'you',
  byHand: [],
}

export const passed: FindingView = { ...fail, key: 'soft-delete', id: 'F-400', title: 'Soft delete is on', status: 'pass', seen: '90 days' }

export const confirmed: FindingView = {
  ...toConfirm,
  key: 'name',
  title: 'Is this the right environment?',
  attested: { by: 'ada@contoso.example', at: NOW - MINUTE },
}

export const change: ActionView = {
  key: 'purge',
  kind: 'turn-on-purge-protection',
  part: 'vault',
  title: 'Turn on purge protection for the key vault kv-contoso-cmk',
  resource: 'Microsoft.KeyVault/vaults',
  before: 'Purge protection off',
  after: 'Purge protection on',
  undo: 'No. You can’t turn it off again',
  reversible: 'no',
  usersCutOff: false,
  takes: 'Seconds',
  owner: 'key-vault-administrator',
  changes: [
    {
      resourceId: '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv-contoso-cmk',
      field: 'properties.enablePurgeProtection',
      before: false,
      after: true,
    },
  ],
}

export const planned: FindingView = { ...fail, key: 'provider', title: 'Microsoft.PowerPlatform is not registered', planned: true }

const link: ActionView = {
  ...change,
  key: 'link',
  kind: 'link-environment',
  part: 'link',
  title: 'Add contoso-prod to the policy',
  reversible: 'with-an-outage',
  usersCutOff: true,
  takes: 'Up to 4 days',
  owner: 'power-platform-administrator',
}

export const running: readonly ProgressView[] = [
  {
    ...change,
    state: 'done',
    resourceId: '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv-contoso-cmk',
    written: false,
  },
  { ...link, state: 'running', startedAt: NOW - MINUTE, waitsFor: 'Attempt 2 of 10' },
]

const step: StepView = {
  id: 'policy',
  place: { number: 3, of: 4 },
  title: 'Create the enterprise policy',
  task: {
    now: 'Choose where your key lives',
    about: {
      why: 'The policy ties one key to environments.',
      happens: 'What is missing is created.',
      who: ['key-vault-administrator'],
      takes: 'A few minutes',
    },
  },
  phase: 'reviewing',
  proved: false,
  checkedAt: NOW - 2 * MINUTE,
  findings: [],
  plan: [],
  planSummary: '',
  picture: { kind: 'none' },
  later: [],
  progress: [],
  receipts: [],
  guide: {
    why: [{ heading: 'Why purge protection?', text: 'So that nobody can delete the key for good.' }],
    byHand: [
      { heading: 'Key vault', clicks: ['Create a key vault.'], link: { id: 'azure-vaults', title: 'Open key vaults in the Azure portal' } },
    ],
    whileYouWait: [{ heading: 'What not to do', text: 'Do not change the key.' }],
    waits: [
      {
        what: 'Until a new role assignment takes effect',
        takes: 'Up to 5 minutes',
        sources: [{ id: 'enterprise-policy-scripts', title: 'Microsoft’s enterprise policy scripts', edition: '2026-05-13' }],
      },
    ],
    contradictions: [
      {
        topic: 'Key size',
        statements: [
          { says: 'RSA, 2048-bit or 3072-bit.', source: { id: 'power-platform-keys', title: 'Manage your key', edition: '2025-06-09' } },
          { says: 'RSA, 2048-bit only.', source: { id: 'power-platform-keys-older', title: 'Manage your key', edition: '2023-08-24' } },
        ],
        goesBy: 'The newer one.',
      },
    ],
    pitfalls: [
      {
        id: 'F-606',
        heading: 'Environments stay locked after you recover a key vault',
        text: 'Roles on a vault are lost when it is deleted.',
        source: { id: 'soft-delete', title: 'Key Vault: Soft-delete overview', edition: '2022-01-25' },
      },
    ],
    sources: [{ id: 'soft-delete', title: 'Key Vault: Soft-delete overview', edition: '2022-01-25' }],
  },
}

/** A Key Map of which nothing was read yet. */
export const keyMapView = english.all(
  keyMap({
    states: { readings: {}, attestations: [], until: 'policy', operationPlan: [], pending: [], exists: {} },
    cards: { environmentChosen: true },
    checking: false,
    asked: { action: 0, confirm: 0 },
  }),
)

/** A step on screen in the practice tenant. @param changes what differs from step 3 with nothing found */
export function stepView(changes: Partial<StepView>, more: Partial<WizardView> = {}): With<'step' | 'who'> {
  return {
    revision: 1,
    now: NOW,
    page: 'step',
    refusedAudiences: [],
    practice: { scenario: 'ready-to-enable', title: 'Ready to enable', story: 'Everything is in order.' },
    who: {
      customer: 'Contoso',
      tenant: '6b1f5d2e-0c4a-4f7b-9a3d-8e2c1b7f4a90',
      cloud: 'Practice (simulated)',
      account: 'ada@contoso.example',
      environment: 'contoso-prod',
    },
    stepper: [
      { id: 'integration', title: 'Enable the Power Platform integration', state: 'done', note: 'Lifecycle Services' },
      { id: 'environment', title: 'Note the environment name', state: 'done', note: 'contoso-prod' },
      {
        id: 'policy',
        title: 'Create the enterprise policy',
        state: 'now',
        note: '',
        asks: { state: 'action-required', text: '1 action required' },
      },
      { id: 'membership', title: 'Add the environment to the policy', state: 'closed', note: 'Opens when step 3 is proved' },
    ],
    stages: {
      prepare: { id: 'prepare', title: 'Prepare', state: 'done', page: 'prepare', note: 'Verified' },
      manage: { id: 'manage', title: 'Manage', state: 'closed', note: 'Available when encrypted' },
    },
    pages: [],
    keyMap: keyMapView,
    step: { ...step, ...changes },
    announcement: { id: 1, text: 'Step 3 of 4: checked.' },
    can: ['CLOSE_TENANT', 'NEXT', 'BACK', 'GO_TO_STEP', 'CHECK_AGAIN', 'ATTEST'],
    decisions: ['turn-on-purge-protection'],
    ...more,
  }
}

export const environmentsView: With<'step'> = stepView(
  {
    id: 'integration',
    place: { number: 1, of: 4 },
    phase: 'choosing',
    picture: {
      kind: 'environments',
      environments: [
        {
          id: '1',
          displayName: 'contoso-prod',
          sku: 'Production',
          location: 'United States',
          financeAndOperationsUrl: 'https://contoso-prod.operations.dynamics.com/',
        },
        {
          id: '2',
          displayName: 'Expense pilot',
          sku: 'Trial',
          location: 'United States',
          url: 'https://contoso-expense.crm.dynamics.com/',
        },
      ],
    },
  },
  { can: ['CHOOSE_ENVIRONMENT', 'NEXT'] },
)

const SUBSCRIPTION = '2f9d8c1b-7e6a-4d35-8b1c-5a0e9f3d7c24'

export const policyFormView: With<'step'> = stepView(
  {
    phase: 'choosing',
    picture: {
      kind: 'policy',
      form: {
        environmentId: '3c9e7b14-52d8-4f60-8a1b-d7f0c6e4a259',
        fresh: { vaultName: 'kv-contoso-new', policyName: 'cmk-contoso' },
        values: {
          subscriptionId: SUBSCRIPTION,
          resourceGroup: 'rg-contoso-cmk',
          region: 'eastus',
          vaultName: 'kv-contoso-new',
          vaultResourceGroup: 'rg-contoso-cmk',
          keyName: 'cmk-contoso',
          keySize: 3072,
          policyName: 'cmk-contoso',
          administratorObjectId: 'a1d4c7e2-3b5f-4a86-9c0d-1e2f3a4b5c6d',
        },
        chosen: false,
        subscriptions: [
          { id: SUBSCRIPTION, name: 'Contoso Production', state: 'Enabled' },
          { id: '11111111-2222-4333-8444-555555555555', name: 'Old', state: 'Disabled' },
        ],
        vaults: [{ name: 'KV-Contoso-Cmk', resourceGroup: 'rg-keys', location: 'eastus' }],
        policies: [],
        regions: ['eastus', 'westus'],
        regionNames: { eastus: 'East US' },
        geography: 'United States',
        account: { objectId: 'a1d4c7e2-3b5f-4a86-9c0d-1e2f3a4b5c6d', displayName: 'Ada Marsh', userName: 'ada@contoso.example' },
      },
    },
  },
  { can: ['NEXT', 'BACK'], decisions: ['choose-policy', 'browse-subscription'] },
)

export const scheduledView: With<'step'> = stepView(
  {
    id: 'membership',
    phase: 'scheduled',
    plan: [change],
    planSummary: '1 change',
    findings: [],
    schedule: {
      at: NOW + 150 * MINUTE,
      timeZone: 'UTC',
      latestEnd: NOW + 150 * MINUTE + 96 * 60 * MINUTE,
      rereads: ['Create the enterprise policy', 'Add the environment'],
    },
  },
  { can: ['START_NOW', 'CANCEL_SCHEDULE', 'NEXT'] },
)

export const confirmingView: With<'step'> = stepView(
  {
    phase: 'confirming',
    plan: [change],
    planSummary: '1 change',
    confirmation: { typedName: 'contoso-prod', irreversible: true, usersCutOff: false, cautions: [], timeNeeded: 60 * MINUTE },
  },
  { can: ['CONFIRM', 'CANCEL', 'NEXT'] },
)

export const applyingView: With<'step'> = stepView({ phase: 'applying', progress: running }, { can: ['STOP_AFTER_THIS', 'NEXT'] })

/** A change was refused for now, and the next try is a minute away. */
export const pausingView: With<'step'> = stepView(
  {
    phase: 'pausing',
    progress: running,
    problem: {
      title: 'Not yet: Let the policy use the key',
      meaning: 'Its identity is new.',
      remedy: 'You need not do anything.',
      owner: 'microsoft',
      refusal,
    },
    retry: { attempt: 3, of: 12, reason: 'The policy’s new identity isn’t available everywhere yet.', nextAt: NOW + 20_000 },
  },
  { can: ['POLL_NOW', 'PAUSE', 'STOP_AFTER_THIS', 'NEXT'] },
)

export const waitingView: With<'step'> = stepView(
  {
    id: 'membership',
    place: { number: 4, of: 4 },
    title: 'Microsoft is encrypting the environment',
    phase: 'waiting',
    progress: running,
    wait: {
      title: 'Microsoft is encrypting the environment',
      range: 'This can take up to four days.',
      since: NOW - 14 * 60 * MINUTE - 2 * MINUTE,
      takesUpTo: 4 * DAY,
      lastPollAt: NOW - MINUTE,
      nextPollAt: NOW,
      stateWord: 'Running',
      environmentNow: { users: 'Offline for users', ownWords: ['Disabled', 'Linking'] },
      operationId: 'b03e1e6d-73db-4367-90e1-2e378bf7e2fc',
      stages: [
        { name: 'Validate', state: 'done', from: '2026-11-24T10:00:00Z', to: '2026-11-24T10:02:00Z' },
        { name: 'Run', state: 'running', from: '2026-11-24T10:02:00Z' },
        { name: 'Finalize', state: 'open' },
      ],
      mayClose: true,
    },
  },
  { can: ['POLL_NOW', 'NEXT', 'BACK'] },
)

export const stoppedView: With<'step'> = stepView(
  {
    phase: 'stopped',
    progress: [{ ...change, state: 'refused' }],
    problem: {
      title: 'Not done: Turn on purge protection',
      meaning: 'The account can’t do this.',
      remedy: 'Ask the key vault administrator.',
      owner: 'key-vault-administrator',
    },
  },
  { can: ['CHECK_AGAIN', 'NEXT', 'BACK'] },
)

export const closingView: With<'closing'> = {
  ...stepView({}),
  page: 'closing',
  refusedAudiences: [],
  closing: {
    title: 'The environment is encrypted with your key',
    lead: 'This is what was proved and what was done.',
    checkedAt: NOW - MINUTE,
    checking: false,
    rows: [{ label: 'Key', value: 'cmk-contoso', copyable: true }],
    receipts: [{ title: 'Create the key', resourceId: '/keys/cmk-contoso', at: NOW - 60 * MINUTE, written: true }],
    windows: [],
    attestations: [{ title: 'Is this the right environment?', by: 'ada@contoso.example', at: NOW - MINUTE }],
    acknowledged: [
      { title: 'Connectors', known: 'the settings of connections are not encrypted with our key', by: 'ada@contoso.example', at: NOW },
    ],
    statuses: [
      { word: 'Encrypted', tone: 'success', text: 'Everything is on your key.' },
      { word: 'Failed', tone: 'danger', text: 'Add it again. Do not revert.' },
      { word: 'Warning', tone: 'warning', text: 'One service is still on the Microsoft-managed key.' },
    ],
    statusesAt: { clicks: ['Open the policy.'], link: { id: 'admin-center', title: 'Open the admin center' } },
    keep: [{ heading: 'Keep the key available', text: 'Do not delete the key.' }],
    warnings: [warning],
    pitfalls: [
      {
        id: 'F-A10',
        heading: 'You can’t delete or reset Dataverse',
        text: 'It is linked.',
        source: { id: 'encryption-overview', title: 'Encryption in finance and operations apps' },
      },
    ],
    sources: [{ id: 'soft-delete', title: 'Key Vault: Soft-delete overview' }],
  },
  can: ['BACK', 'CLOSE_TENANT', 'GO_TO_STEP', 'CHECK_AGAIN'],
}

/** What can be done after the link, and what has changed since the end. */
export const operationsView = (drift?: DriftView): WizardView => {
  const { step: _, ...rest } = stepView({})
  return {
    ...rest,
    page: 'operations',
    operations: {
      list: [{ id: 'rotate', title: 'Rotate the key', when: 'To renew it.', usersCutOff: false, takes: 'Up to 24 hours' }],
      ...(drift ? { drift } : {}),
    },
    can: ['BACK', 'GO_TO_STEP', 'GO_TO_PAGE', 'OPEN_OPERATION', ...(drift ? (['CHECK_AGAIN', 'REVIEW_CHANGE'] as const) : [])],
  }
}

/** The policies that an encrypted environment can be changed to, one of which is in another geography. */
export const nextPolicyView: With<'step'> = stepView(
  {
    id: 'change',
    title: 'Change to another policy',
    phase: 'choosing',
    picture: {
      kind: 'policies',
      policies: [
        { id: '/policies/next', name: 'cmk-contoso-next', location: 'unitedstates', keyName: 'cmk-contoso-next', fits: true },
        { id: '/policies/europe', name: 'cmk-europe', location: 'europe', keyName: 'cmk-europe', fits: false },
      ],
      rows: [],
    },
  },
  { page: 'operations', can: ['CHANGE_CHOICES', 'CHECK_AGAIN', 'NEXT', 'BACK'], decisions: ['choose-next-policy'] },
)

/** What would take the environments offline: one thing has happened, one may have, one documents disagree on. */
export const whatIfView: WizardView = {
  ...operationsView(),
  whatIf: {
    environments: [
      { name: 'contoso-prod', deadline: 'Deleted 30 days after it’s locked' },
      { name: 'Other environments on the policy', deadline: 'Deleted after 7 or 30 days' },
    ],
    readAt: NOW - MINUTE,
    rows: [
      {
        loss: 'key-disabled',
        title: 'The key is disabled',
        noticed: 'None',
        state: 'lost',
        seen: 'The key is disabled.',
        back: ['Enable the key.', 'Re-enable the environment.'],
        protectedBy: 'Limit who can change keys.',
        protection: { status: 'warning', title: '3 people can change it' },
        sources: [{ id: 'lock-unlock', title: 'Lock and unlock', edition: '2025-05-22' }],
      },
      {
        loss: 'policy-deleted',
        title: 'The policy is deleted',
        noticed: 'None',
        state: 'clear',
        seen: 'The policy exists.',
        back: ['Ask support.'],
        protectedBy: 'Lock it.',
        sources: [{ id: 'resource-locks', title: 'Locks', edition: '2024-03-08' }],
        contradiction: {
          topic: 'Deleting a policy in use',
          statements: [
            { says: 'It is refused.', source: { id: 'enterprise-policy-scripts', title: 'Scripts', edition: '2026-05-13' } },
            { says: 'It locks.', source: { id: 'lock-unlock', title: 'Lock and unlock', edition: '2025-05-22' } },
          ],
          goesBy: 'Both.',
        },
      },
    ],
  },
}

export const drifted: DriftView = {
  endAt: NOW - 1440 * MINUTE,
  endBy: 'ada@contoso.example',
  reading: false,
  comparedAt: NOW,
  changes: [
    {
      key: 'policy key-access',
      what: 'The policy’s access to the key',
      was: 'Passed: The policy can get, wrap, and unwrap keys',
      is: 'Action required: The policy’s identity can’t use the key',
      turn: 'worse',
      owner: 'key-vault-administrator',
      remedy: 'Give the role again.',
      mayAccept: false,
    },
    {
      key: 'policy key-enabled',
      what: 'Current key version',
      was: 'https://kv-contoso.vault.azure.net/keys/cmk/1',
      is: 'https://kv-contoso.vault.azure.net/keys/cmk/2',
      turn: 'other',
      owner: 'key-vault-administrator',
      mayAccept: true,
    },
  ],
  accepted: [],
}

/** What the preflight shows of one environment. */
export const preflightView: With<'preflight'> = (() => {
  const { step: _, ...rest } = stepView({})
  return {
    ...rest,
    page: 'preflight',
    stages: { prepare: { id: 'prepare', title: 'Prepare', state: 'now', page: 'prepare', note: 'Verified' } },
    pages: [{ page: 'preflight', title: 'Check everything first', now: true, open: true }],
    preflight: {
      reading: false,
      checkedAt: NOW,
      environments: [],
      chosen: '1',
      assumed: { vault: 'kv-contoso', key: 'cmk', policy: 'cmk-contoso' },
      changes: '6 changes, some minutes, nobody is cut off',
      plans: [{ step: 'policy', number: 3, title: 'Create the enterprise policy', plan: [change] }],
      groups: [
        { owner: 'you', findings: [{ ...toConfirm, step: 2 }], message: { subject: 'For you', body: 'One thing.' } },
        { owner: 'key-vault-administrator', findings: [{ ...fail, step: 3 }], message: { subject: 'For the vault', body: 'Turn it on.' } },
      ],
      settled: [passed],
      announcement: 'Everything is read. 2 to be looked at',
    },
    can: ['CHECK_AGAIN', 'CHECK_ONE', 'ATTEST', 'NEXT', 'BACK', 'GO_TO_STEP', 'GO_TO_PAGE'],
  }
})()

/** What is used, with one of its two gaps acknowledged, or both. */
export const coverageRows = (...acknowledged: readonly CoverageItemId[]) =>
  english.all(
    rowsOf(
      assess(
        {
          ...{ answers: ['finance', 'commerce', 'connectors', 'tax-calculation'], by: 'ada@contoso.example', at: NOW },
          acknowledged: acknowledged.map((item) => ({ item, by: 'kim@contoso.example', at: NOW })),
        },
        NOW,
      ),
    ),
  )

/** The stage before the first step: one part of each state. */
export const prepareView: With<'prepare'> = (() => {
  const { step: _, ...rest } = stepView({})
  return {
    ...rest,
    page: 'prepare',
    stages: {
      prepare: {
        id: 'prepare',
        title: 'Prepare',
        state: 'now',
        note: '',
        asks: { state: 'action-required', text: '2 actions required' },
      },
    },
    prepare: {
      parts: [
        {
          part: 'coverage',
          title: 'What the key covers',
          state: 'verified',
          says: 'Nothing to acknowledge',
          action: { title: 'See coverage', page: 'coverage' },
          owners: [],
          people: [],
        },
        {
          part: 'checks',
          title: 'Check everything first',
          state: 'confirm',
          says: '1 to confirm',
          action: { title: 'See findings', page: 'preflight' },
          owners: [{ owner: 'you', count: 1 }],
          people: [],
        },
        {
          part: 'people',
          title: 'Who does what',
          state: 'action-required',
          says: 'A second person is needed',
          action: { title: 'Hand over step 3 to the key vault admin', page: 'hand-over', step: 'policy' },
          owners: [],
          people: [
            { owner: 'key-vault-administrator', steps: [3], state: 'action-required' },
            { owner: 'power-platform-administrator', steps: [1, 2, 4], state: 'verified', who: 'ada@contoso.example' },
          ],
        },
      ],
      announcement: 'Prepare. 2 actions required',
    },
    can: ['NEXT', 'BACK', 'GO_TO_STEP', 'GO_TO_PAGE'],
  }
})()

const use = (item: CoverageItemId, within?: CoverageItemId) => ({
  item,
  title: english.text(coverageItem(item).title),
  group: coverageItem(item).group,
  ...(within === undefined ? {} : { within }),
  used: false,
})
const besides: Partial<WizardView> = { page: 'coverage', pages: [], can: ['GO_TO_STEP', 'BACK'], decisions: ['use-apps'] }
const { step: _, ...withoutStep } = stepView({}, besides)

/** Nothing ticked yet on the page about what the key covers. */
export const coverageFormView: WizardView = {
  ...withoutStep,
  coverage: {
    answering: true,
    uses: [use('finance'), use('commerce'), use('commerce-recommendations', 'commerce')],
    rows: [],
    openGaps: 0,
    announcement: 'Select everything you use in the environment',
  },
}

/** Two gaps, one of which is acknowledged. */
export const coverageGapsView: WizardView = {
  ...withoutStep,
  can: ['CHANGE_CHOICES', 'BACK'],
  decisions: ['acknowledge-gap'],
  coverage: {
    answering: false,
    uses: [],
    answered: { by: 'ada@contoso.example', at: NOW },
    rows: coverageRows('connectors'),
    openGaps: 1,
    announcement: 'You have 1 gap to acknowledge',
  },
}

const HOSTILE = '<img src=x onerror=alert(1)>'

/** The page for two people, with a step that was taken over. */
export const handOverView = {
  ...preflightView,
  page: 'hand-over',
  pages: [{ page: 'hand-over', title: 'Hand over', now: true, open: true }],
  handOver: {
    reading: false,
    steps: [
      { id: 'policy', number: 3, title: 'Create the key and the policy', findings: 0, changes: 6 },
      { id: 'membership', number: 4, title: 'Add the environment', findings: 1, changes: 0 },
    ],
    suggested: 'policy',
    chosen: true,
    told: { by: 'kim@contoso.example', at: NOW, step: 'policy', number: 3, title: 'Create the key and the policy' },
    announcement: 'Hand over',
  },
  can: ['BACK', 'GO_TO_STEP', 'GO_TO_PAGE'],
} as const satisfies WizardView

/** A file of a second person, with script where words are. */
export const openedView: WizardView = {
  ...handOverView,
  handOver: {
    ...handOverView.handOver,
    opened: {
      purpose: 'ask',
      file: 'cmk-hand-over.json',
      sha256: 'd'.repeat(64),
      from: HOSTILE,
      madeAt: NOW,
      environment: HOSTILE,
      step: { number: 3, title: 'Create the key and the policy' },
      note: HOSTILE,
      rows: [{ label: 'Key vault', value: HOSTILE, copyable: false }],
      proved: [{ number: 1, title: 'Enable the integration', at: NOW }],
      findings: [{ title: HOSTILE, why: HOSTILE, remedy: HOSTILE }],
      actions: [
        {
          title: HOSTILE,
          resource: HOSTILE,
          before: HOSTILE,
          after: HOSTILE,
          undo: HOSTILE,
          usersCutOff: false,
          takes: HOSTILE,
          owner: 'key-vault-administrator',
        },
      ],
      done: [{ title: HOSTILE, resourceId: HOSTILE, at: NOW, written: true }],
      confirmed: [{ title: HOSTILE, by: HOSTILE, at: NOW }],
      gaps: [{ title: HOSTILE, by: HOSTILE, at: NOW }],
    },
  },
  can: ['BACK', 'TAKE_OVER', 'CANCEL'],
}

/** One of each page and state. */
/** The evidence page with a journal of some length. */
export const evidenceView: WizardView = {
  ...preflightView,
  page: 'evidence',
  pages: [{ page: 'evidence', title: 'Evidence', now: true, open: true }],
  evidence: {
    journal: { lines: 12, head: 'a'.repeat(64), at: NOW },
    rows: [{ label: 'Steps', value: '3 of 4 proved now', copyable: false }],
    announcement: 'Evidence: 12 lines in the log',
  },
  can: ['BACK', 'GO_TO_STEP', 'GO_TO_PAGE'],
}

export const allViews: Readonly<Record<string, WizardView>> = {
  prepare: prepareView,
  preflight: preflightView,
  evidence: evidenceView,
  handOver: handOverView,
  opened: openedView,
  start: startView,
  signingIn: signInView({ kind: 'browser' }),
  deviceCode: signInView({
    kind: 'device-code',
    userCode: 'ABCD-EFGH',
    verificationUri: 'https://microsoft.com/devicelogin',
    expiresAt: NOW + 15 * MINUTE,
  }),
  signInRefused: {
    ...signInView(undefined),
    start: {
      scenarios: [],
      clouds: [],
      connecting: false,
      signIn: { request: { way: 'browser', tenant: 'contoso.onmicrosoft.com', cloud: 'commercial' } },
      problem: { title: 'Not signed in', meaning: 'Refused.', remedy: 'Ask.', owner: 'you', refusal },
    },
  },
  servicesRefused: stepView(
    {},
    {
      refusedAudiences: [
        {
          audience: 'key-vault',
          problem: { title: 'Azure Key Vault gave no token', meaning: 'No consent.', remedy: 'Ask for it.', owner: 'you', refusal },
        },
      ],
    },
  ),
  reading: stepView({ phase: 'reading' }),
  pausing: pausingView,
  environments: environmentsView,
  policyForm: policyFormView,
  found: stepView({
    findings: [fail, unreadable, toConfirm, warning, planned, passed, confirmed],
    plan: [change],
    planSummary: '1 change',
  }),
  confirming: confirmingView,
  applying: applyingView,
  waiting: waitingView,
  stopped: stoppedView,
  coverageForm: coverageFormView,
  coverageGaps: coverageGapsView,
  closing: closingView,
  operations: operationsView(),
  drifted: operationsView(drifted),
  whatIf: whatIfView,
  nextPolicy: nextPolicyView,
}
