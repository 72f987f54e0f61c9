import * as z from 'zod/mini'
import type { HandingOver } from '#machines/engine/handoff/make.ts'
import { PAGE_FORMATS, REPORT_FORMATS } from '#machines/engine/report-formats.ts'
import { SEVERITIES } from '#machines/engine/step/severity.ts'
import { isTimeZone } from '#machines/engine/step/time-zone.ts'
import { CASE_STAGES } from '#machines/engine/wizard/case-stages.ts'
import type { WizardEvent } from '#machines/engine/wizard/events.ts'
import { SIDE_PAGES } from '#machines/engine/wizard/side-pages.ts'
import { isGuid } from '#machines/guid.ts'
import { withoutMarks } from '#machines/messages/one-line.ts'
import { LOCKABLE } from '#machines/procedure/actions/create-lock/lock.ts'
import { policy, protection } from '#machines/procedure/choices.ts'
import { COVERAGE_ITEM_IDS } from '#machines/procedure/coverage/item-ids.ts'
import type { Decision } from '#machines/procedure/decisions.ts'
import { LINK_IDS } from '#machines/procedure/links/link-ids.ts'
import type { MailTo } from '#machines/procedure/mail/mail.ts'
import { SCRIPT_LANGUAGES } from '#machines/procedure/script-languages.ts'
import { SOURCE_IDS } from '#machines/procedure/sources/source-ids.ts'
import { LISTING_WAYS, SIGN_IN_WAYS } from '#machines/sign-in/sign-in.ts'
import { UPDATE_ACTS } from '#machines/updates/update.ts'
import { OFFERED, OFFERED_CHOICES } from '#messages/languages.ts'
import { type SettingsChange, TEXT_SIZES, THEMES } from '#messages/settings.ts'
import { brand, brandChange } from './brand.ts'
import { COMMANDS, WAYS_IN } from './channels.ts'
import { BOARD_FORMATS, CHECK_CONTROLS, customer } from './customer.ts'
import { exercisesView } from './exercises.ts'
import { appliedChoices, applyChoices } from './pilot.ts'
import { profileName } from './profile-name.ts'
import { schemasOf, time } from './shapes.ts'
import { moved, teamView } from './team-contract.ts'
import { templates } from './templates.ts'

/**
 * The contract between window and main process, from which handlers, bridge and client are derived; the receiver parses every payload.
 * Decision 0021: what a compromised page could send is parsed; a view from our own main isn't parsed again.
 */

// Longer text isn't from the window's forms.
const text = (longest: number) => z.string().check(z.maxLength(longest))
/** For other people to read. */
const written = (longest: number) => z.string().check(z.overwrite(withoutMarks), z.maxLength(longest))

/** Part of an address at Azure. */
const subscriptionId = text(64).check(z.refine(isGuid))

export const LONGEST_SEARCH = 120

export const LONGEST_REASON = 500

/** Any step or operation; the machine checks it. */
const sequenceId = text(64)

/** A check, optionally with its subject: at most a resource ID. */
const findingKey = text(512)

/** Part of a choice: an ID, a name or an address. */
const word = z.string().check(z.overwrite(withoutMarks), z.maxLength(512), z.regex(/^\P{Cc}*$/u))

/** Also part of the view, after a refusal. */
export const signInRequest = z.strictObject({
  way: z.enum(SIGN_IN_WAYS),
  tenant: text(256),
  cloud: text(64),
  clientId: z.exactOptional(text(64)),
  certificatePath: z.exactOptional(text(4096)),
})

export const coverageItem = z.enum(COVERAGE_ITEM_IDS)
const coverageItems = z.readonly(z.array(coverageItem).check(z.maxLength(COVERAGE_ITEM_IDS.length)))

export const maintenanceWindow = z.strictObject({ from: time, to: time, timeZone: text(64) })

const timeZone = text(64).check(z.refine(isTimeZone))
const outageTimes = { start: time, end: time, isPlanned: z.exactOptional(z.literal(true)) }
const emails = z.readonly(z.array(text(254)).check(z.maxLength(10)))

const decision = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choose-policy'), policy: z.strictObject(schemasOf(policy, word, 50)) }),
  z.strictObject({ kind: z.literal('choose-next-policy'), policyId: text(512) }),
  z.strictObject({ kind: z.literal('choose-addition'), environmentId: z.exactOptional(text(128)) }),
  z.strictObject({ kind: z.literal('browse-subscription'), subscriptionId }),
  z.strictObject({ kind: z.literal('turn-on-purge-protection') }),
  z.strictObject({ kind: z.literal('wish-rotation'), wanted: z.boolean() }),
  z.strictObject({ kind: z.literal('wish-audit-log'), workspaceId: z.exactOptional(text(512)) }),
  z.strictObject({ kind: z.literal('wish-mail'), emails: z.exactOptional(emails) }),
  z.strictObject({ kind: z.literal('wish-protections'), ...schemasOf(protection, word, 50), mail: z.exactOptional(emails) }),
  z.strictObject({ kind: z.literal('wish-lock'), of: z.enum(LOCKABLE), wanted: z.boolean() }),
  z.strictObject({ kind: z.literal('use-apps'), apps: coverageItems, unsure: z.exactOptional(coverageItems) }),
  z.strictObject({ kind: z.literal('acknowledge-gap'), item: coverageItem }),
  z.strictObject({ kind: z.literal('note-partner-end'), endsAt: time.check(z.int(), z.positive()) }),
]) satisfies z.ZodMiniType<Decision>

const event = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('OPEN_PRACTICE'), scenario: text(64), checkFirst: z.exactOptional(z.literal(true)) }),
  z.strictObject({ type: z.literal('CLOSE_TENANT') }),
  z.strictObject({ type: z.literal('GO_HOME') }),
  z.strictObject({ type: z.literal('RETURN') }),
  z.strictObject({ type: z.literal('SIGN_IN'), request: signInRequest, checkFirst: z.exactOptional(z.literal(true)) }),
  z.strictObject({
    type: z.literal('LIST_TENANTS'),
    request: z.strictObject({ way: z.enum(LISTING_WAYS), cloud: text(64) }),
    checkFirst: z.exactOptional(z.literal(true)),
  }),
  z.strictObject({ type: z.literal('SIGN_IN_AGAIN') }),
  z.strictObject({ type: z.literal('CALL_OFF_SIGN_IN') }),
  z.strictObject({ type: z.literal('SIGN_OUT') }),
  z.strictObject({ type: z.literal('CHOOSE_ENVIRONMENT'), environmentId: text(128) }),
  z.strictObject({ type: z.literal('DECIDE'), decision }),
  z.strictObject({ type: z.literal('CHANGE_CHOICES') }),
  z.strictObject({ type: z.literal('CHECK_AGAIN') }),
  z.strictObject({ type: z.literal('CHECK_ONE'), key: findingKey }),
  z.strictObject({ type: z.literal('ATTEST'), key: findingKey }),
  z.strictObject({ type: z.literal('REVIEW_PLAN') }),
  z.strictObject({ type: z.literal('CONFIRM'), typedName: text(256), window: z.exactOptional(maintenanceWindow) }),
  z.strictObject({ type: z.literal('SCHEDULE'), typedName: text(256), window: z.exactOptional(maintenanceWindow) }),
  z.strictObject({ type: z.literal('CANCEL_SCHEDULE') }),
  z.strictObject({ type: z.literal('START_NOW') }),
  z.strictObject({ type: z.literal('CHANGE_TIME') }),
  z.strictObject({ type: z.literal('CANCEL') }),
  z.strictObject({ type: z.literal('STOP_AFTER_THIS') }),
  z.strictObject({ type: z.literal('POLL_NOW') }),
  z.strictObject({ type: z.literal('PAUSE') }),
  z.strictObject({ type: z.literal('ANSWER_DRIFT'), answer: z.enum(['keep', 'redo', 'stop']) }),
  z.strictObject({
    type: z.literal('REVIEW_CHANGE'),
    change: text(640),
    wish: z.discriminatedUnion('answer', [
      z.strictObject({ answer: z.literal('accepted'), reason: written(LONGEST_REASON) }),
      z.strictObject({ answer: z.literal('snoozed'), reason: written(LONGEST_REASON), until: time }),
      z.strictObject({ answer: z.literal('resumed') }),
    ]),
  }),
  z.strictObject({ type: z.literal('NEXT') }),
  z.strictObject({ type: z.literal('BACK') }),
  z.strictObject({ type: z.literal('GO_TO_STEP'), step: sequenceId }),
  z.strictObject({ type: z.literal('TAKE_OVER') }),
  z.strictObject({ type: z.literal('GO_TO_PAGE'), page: z.enum(SIDE_PAGES), step: z.exactOptional(sequenceId) }),
  z.strictObject({ type: z.literal('OPEN_OPERATION'), operation: sequenceId }),
]) satisfies z.ZodMiniType<WizardEvent>

const scriptRequest = z.strictObject({
  language: z.enum(SCRIPT_LANGUAGES),
  /** The current step's plan, or everything foreseeable. */
  of: z.enum(['step', 'whole']),
  action: z.exactOptional(text(8192)),
})
export type ScriptRequest = z.infer<typeof scriptRequest>

/** Language of a text for another person. Default: the window's. */
const writtenIn = { language: z.exactOptional(z.enum(OFFERED)) }

const reportRequest = z.strictObject({ format: z.enum(REPORT_FORMATS), ...writtenIn })
export type ReportRequest = z.infer<typeof reportRequest>

const handingOver = z.strictObject({ purpose: z.enum(['ask', 'hand-back']), step: sequenceId, note: written(2_000) })

const settingsChange = z.strictObject({
  language: z.exactOptional(z.enum(OFFERED_CHOICES)),
  theme: z.exactOptional(z.enum(THEMES)),
  textSize: z.exactOptional(z.literal(TEXT_SIZES)),
  notifications: z.exactOptional(z.boolean()),
}) satisfies z.ZodMiniType<SettingsChange>

const listIds = z.readonly(z.array(text(256)).check(z.maxLength(20_000)))

const refused = z.strictObject({ ok: z.literal(false), why: z.string() })
const DONE = z.union([z.strictObject({ ok: z.literal(true) }), refused])
export type Reply = z.infer<typeof DONE>

const giving = <Value extends z.ZodMiniType>(value: Value) => z.union([z.strictObject({ ok: z.literal(true), value }), refused])

const writtenScript = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('files'), files: z.array(z.strictObject({ name: z.string(), text: z.string() })) }),
  z.strictObject({ kind: z.literal('nothing-planned') }),
  /** A name that no script can carry safely: reported, no defect. */
  z.strictObject({ kind: z.literal('refused'), why: z.string() }),
])
export type Written = z.infer<typeof writtenScript>

const person = z.strictObject({ id: z.string(), displayName: z.string(), userName: z.string(), isGroup: z.exactOptional(z.literal(true)) })
export type FoundPerson = z.infer<typeof person>

const foundPeople = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('people'), people: z.readonly(z.array(person)) }),
  /** `lasting`: retrying won't help. */
  z.strictObject({ kind: z.literal('not-readable'), why: z.string(), lasting: z.boolean() }),
])
/** Found people, or why they can't be searched: an ID can be entered instead. */
export type FoundPeople = z.infer<typeof foundPeople>

const vaultName = z.strictObject({ is: z.enum(['free', 'taken', 'unknown']), text: z.string() })
export type CheckedVaultName = z.infer<typeof vaultName>

const saved = z.strictObject({ savedAs: z.exactOptional(z.string()) })
export type Saved = z.infer<typeof saved>

/** Saved report, with the team copy or its error; neither outside the team's store. */
const savedReport = z.strictObject({ ...saved.shape, isInStore: z.exactOptional(z.literal(true)), notInStore: z.exactOptional(z.string()) })

/** Newest first. Times are milliseconds since 1970-01-01T00:00:00Z. */
const keptReports = z.readonly(z.array(z.strictObject({ name: z.string(), at: time, format: z.enum(REPORT_FORMATS), size: z.number() })))
export type KeptReports = z.infer<typeof keptReports>

const checkMany = z.strictObject({
  state: z.enum(['running', 'paused', 'canceled', 'done']),
  total: z.number(),
  ended: z.number(),
  failed: z.number(),
  running: z.number(),
  left: z.exactOptional(z.number()),
  held: z.readonly(z.array(z.strictObject({ customer: z.string(), until: time }))),
  advice: z.readonly(
    z.array(
      z.strictObject({
        severity: z.enum(SEVERITIES),
        owner: z.string(),
        remedy: z.string(),
        environments: z.readonly(
          z.array(z.strictObject({ tenantId: z.string(), customer: z.string(), name: z.string(), title: z.string() })),
        ),
      }),
    ),
  ),
  messages: z.readonly(
    z.array(
      z.strictObject({
        tenantId: z.string(),
        customer: z.string(),
        owner: z.string(),
        count: z.number(),
        message: z.strictObject({ subject: z.string(), body: z.string() }),
      }),
    ),
  ),
  needAction: z.number(),
  problems: z.readonly(z.array(z.strictObject({ customer: z.string(), environment: z.string(), title: z.string(), remedy: z.string() }))),
})
export type CheckedMany = z.infer<typeof checkMany>

/** Digest for the recipient, sent separately. */
const savedHandOver = z.strictObject({ savedAs: z.exactOptional(z.string()), sha256: z.string() })

const texts = z.readonly(z.array(z.string()))
const firstContact = z.strictObject({
  summary: z.string(),
  differences: z.readonly(z.array(z.strictObject({ title: z.string(), meaning: z.string(), operation: z.string() }))),
  refused: texts,
  settled: z.readonly(z.array(z.strictObject({ entry: z.string(), found: z.string() }))),
  held: texts,
  file: z.string(),
})
export type FirstContactView = z.infer<typeof firstContact>

const source = z.strictObject({
  id: z.string(),
  title: z.string(),
  edition: z.exactOptional(z.string()),
  heading: z.exactOptional(z.string()),
})
const removalEntry = z.strictObject({
  id: z.string(),
  title: z.string(),
  happens: z.exactOptional(z.string()),
  back: z.exactOptional(z.string()),
  byHand: z.exactOptional(z.string()),
  reasons: texts,
  source: z.exactOptional(source),
})
const removal = z.strictObject({
  remove: z.readonly(z.array(removalEntry)),
  stays: z.readonly(z.array(removalEntry)),
  gone: texts,
  /** Absent: nothing to remove, or a name that scripts can't carry. */
  script: z.exactOptional(z.string()),
})
export type RemovalView = z.infer<typeof removal>

const about = z.strictObject({
  version: z.string(),
  license: z.string(),
  electron: z.string(),
  chromium: z.string(),
  node: z.string(),
  packages: z.readonly(z.array(z.strictObject({ name: z.string(), version: z.string(), license: z.string() }))),
})
export type About = z.infer<typeof about>

const licenses = z.readonly(z.array(z.strictObject({ of: z.enum(['app', 'main', 'window']), text: z.string() })))
export type LicenseText = z.infer<typeof licenses>[number]

const NOTHING = z.strictObject({})

interface Call {
  readonly takes: z.ZodMiniType
  /** Main's reply, which the window parses. */
  readonly gives: z.ZodMiniType<{ ok: true; value?: unknown } | { ok: false; why: string }>
}

export const CALLS = {
  'wizard:send': { takes: event, gives: DONE },
  /** Preloads for a way to open a tenant. Opens nothing. */
  'tenant:load-ahead': { takes: z.strictObject({ way: z.exactOptional(z.enum(WAYS_IN)) }), gives: DONE },
  'links:open': {
    takes: z.union([
      z.strictObject({ link: z.enum(LINK_IDS) }),
      z.strictObject({ source: z.enum(SOURCE_IDS), heading: z.optional(text(200)) }),
    ]),
    gives: DONE,
  },
  /** Opens a draft to users in the mail app. The main process writes the text from its view; the window names the kind and the start. */
  'mail:open': {
    takes: z.discriminatedUnion('mail', [
      z.strictObject({
        mail: z.enum(['outage', 'canceled']),
        ...outageTimes,
        isRunning: z.exactOptional(z.literal(true)),
        timeZone: z.exactOptional(timeZone),
        ...writtenIn,
      }),
      z.strictObject({ mail: z.literal('over'), ...writtenIn }),
    ]) satisfies z.ZodMiniType<MailTo>,
    gives: DONE,
  },
  /** Client secret or passphrase, held for the next sign-in only; never shown, sent or stored. */
  'identity:hold-secret': { takes: z.strictObject({ secret: text(4096) }), gives: DONE },
  /** Typed text goes only to the directory. */
  'people:search': { takes: z.strictObject({ text: text(LONGEST_SEARCH) }), gives: giving(foundPeople) },
  /** A read-only POST to Azure. */
  'vault-name:check': { takes: z.strictObject({ subscriptionId, name: text(64) }), gives: giving(vaultName) },
  'clipboard:write': { takes: z.strictObject({ text: text(200_000) }), gives: DONE },
  'script:write': { takes: scriptRequest, gives: giving(writtenScript) },
  /** Saves a file of `script:write`. The window names no path. */
  'script:save': { takes: z.strictObject({ script: scriptRequest, file: text(256) }), gives: giving(saved) },
  /** By the view's ID. The engagement's file knows tenant and sign-in. */
  'engagements:open': { takes: z.strictObject({ id: text(256) }), gives: DONE },
  'engagements:remove': { takes: z.strictObject({ id: text(256) }), gives: DONE },
  'customers:change': { takes: customer, gives: DONE },
  'customers:save': { takes: NOTHING, gives: giving(saved) },
  /** Opens such a file; the main process validates it. */
  'customers:open': { takes: NOTHING, gives: DONE },
  /** Saves rows by ID. The window provides no content. */
  'board:save': { takes: z.strictObject({ format: z.enum(BOARD_FORMATS), ids: listIds }), gives: giving(saved) },
  /** Proposes an environment's choices for others. Writes to no tenant. */
  'choices:apply': { takes: applyChoices, gives: giving(appliedChoices) },
  /** Checks environments with remembered sign-ins. Read-only. */
  'check:start': { takes: z.strictObject({ ids: listIds }), gives: DONE },
  'check:control': { takes: z.strictObject({ wanted: z.enum(CHECK_CONTROLS) }), gives: DONE },
  'check:read': { takes: NOTHING, gives: giving(z.strictObject({ check: z.exactOptional(checkMany) })) },
  'engagements:take-over': { takes: NOTHING, gives: DONE },
  'report:save': { takes: reportRequest, gives: giving(savedReport) },
  'report:list': { takes: NOTHING, gives: giving(keptReports) },
  'report:copy': { takes: z.strictObject({ name: z.string().check(z.maxLength(64)) }), gives: giving(saved) },
  /** Saves the plan for approvers. @param start the one being chosen */
  'change-request:save': {
    takes: z.strictObject({
      format: z.enum(PAGE_FORMATS),
      start: z.exactOptional(z.strictObject({ from: time, timeZone })),
      ...writtenIn,
    }),
    gives: giving(saved),
  },
  /** Saves dates as a calendar file, or one of them, or one outage for users. */
  'calendar:save': {
    takes: z.strictObject({
      event: z.exactOptional(text(256)),
      outage: z.exactOptional(z.strictObject({ ...outageTimes, timeZone, isCanceled: z.exactOptional(z.literal(true)), ...writtenIn })),
    }),
    gives: giving(saved),
  },
  /** A dialog of the main process: the window can't name a file that wasn't chosen in it. */
  'certificate:choose': { takes: NOTHING, gives: giving(z.strictObject({ file: z.exactOptional(text(4096)) })) },
  'brand:read': { takes: NOTHING, gives: giving(brand) },
  'brand:change': { takes: brandChange, gives: giving(brand) },
  /** The main process sanitizes the chosen image. */
  'brand:choose-logo': { takes: NOTHING, gives: giving(brand) },
  'templates:read': { takes: NOTHING, gives: giving(templates) },
  'templates:change': { takes: templates, gives: giving(templates) },
  'templates:save': { takes: NOTHING, gives: giving(saved) },
  'templates:open': { takes: NOTHING, gives: giving(templates) },
  'hand-over:save': { takes: handingOver, gives: giving(savedHandOver) },
  /** The main process validates the file; the view shows it. */
  'hand-over:open': { takes: NOTHING, gives: DONE },
  'practice:advance': { takes: z.strictObject({ hours: z.union([z.literal(1), z.literal(24)]) }), gives: DONE },
  'practice:start': { takes: z.strictObject({ scenario: text(64), at: z.enum(CASE_STAGES) }), gives: DONE },
  /** Opens a file of `first-contact:save` read-only. */
  'recording:open': { takes: NOTHING, gives: DONE },
  /** Exercises and the state of the current one; optionally only that. */
  'exercises:read': { takes: z.strictObject({ onlyUnderWay: z.boolean() }), gives: giving(exercisesView) },
  'exercises:start': { takes: z.strictObject({ name: text(64) }), gives: DONE },
  'exercises:open': { takes: NOTHING, gives: DONE },
  'exercises:sheet': { takes: NOTHING, gives: giving(saved) },
  'presenter:open': { takes: z.strictObject({ scenario: text(64) }), gives: DONE },
  /** For this session and later ones. */
  'settings:change': { takes: settingsChange, gives: DONE },
  'team:read': { takes: NOTHING, gives: giving(teamView) },
  /** Opens the browser to sign in to the team's tenant. */
  'team:connect': { takes: z.strictObject({ address: text(2_048), tenant: text(256) }), gives: giving(teamView) },
  'team:repair': { takes: NOTHING, gives: giving(teamView) },
  'team:leave': { takes: NOTHING, gives: giving(teamView) },
  'team:move': { takes: z.strictObject({ to: z.enum(['store', 'computer']) }), gives: giving(moved) },
  /** Results come with later views. */
  'updates:act': { takes: z.strictObject({ act: z.enum(UPDATE_ACTS) }), gives: DONE },
  'removal:read': { takes: NOTHING, gives: giving(removal) },
  'removal:save': { takes: NOTHING, gives: giving(saved) },
  'first-contact:make': { takes: NOTHING, gives: giving(firstContact) },
  'first-contact:save': { takes: NOTHING, gives: giving(saved) },
  'about:read': { takes: NOTHING, gives: giving(about) },
  'licenses:read': { takes: NOTHING, gives: giving(licenses) },
  /** Made from the main process's view; the window provides no content. */
  'diagnostics:read': { takes: NOTHING, gives: giving(z.string()) },
  'window:open': { takes: z.strictObject({ profile: profileName }), gives: DONE },
  /** When the first step became usable. */
  'marks:report': { takes: z.strictObject({ mark: z.enum(['firstPageInteractive', 'firstStepInteractive']) }), gives: DONE },
} as const satisfies Readonly<Record<string, Call>>

export type CallName = keyof typeof CALLS
export type CallArgument<Name extends CallName> = z.infer<(typeof CALLS)[Name]['takes']>
/** An ID from the view; the main process accepts only known ones. */
export type OpenLink = { link: string } | { source: string; heading?: string }
/** Arguments from the window; IDs from a view are text that the main process parses. */
export type CallInput<Name extends CallName> = Name extends 'links:open'
  ? OpenLink
  : Name extends 'wizard:send'
    ? WizardEvent
    : Name extends 'hand-over:save'
      ? HandingOver
      : CallArgument<Name>

/** @returns nothing where it isn't what main gives for this call */
export function readReply<Name extends CallName>(name: Name, answer: unknown): CallReply<Name> | undefined {
  const parsed = CALLS[name].gives.safeParse(answer)
  return parsed.success ? (parsed.data as CallReply<Name>) : undefined
}

export type CallReply<Name extends CallName> = z.infer<(typeof CALLS)[Name]['gives']>

export const command = z.enum(COMMANDS)
