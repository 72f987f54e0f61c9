import { access, constants } from 'node:fs/promises'
import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import type { Managed } from '#machines/managed/settings.ts'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import type { Recording } from '#machines/procedure/first-contact/recording.ts'
import type { SignInProgress } from '#machines/sign-in/sign-in.ts'
import type { Formatter } from '#messages/formatter.ts'
import { realTimers } from '../../practice/clock.ts'
import { openPractice } from '../../practice/open.ts'
import { seededRandom } from '../../practice/random.ts'
import { openRecorded } from '../../practice/recorded.ts'
import type { Scenario } from '../../practice/scenario.ts'
import { readsOnly } from '../../services/azure/reads-only.ts'
import { createCommandLineIdentity } from '../../services/identity/command-line-identity.ts'
import type { SignInService } from '../../services/identity/sign-in-service.ts'
import type { StartFiles } from '../../services/identity/start-files.ts'
import type { OpenTenant } from '../../services/open-tenant.ts'
import type { Told } from './environments.ts'
import { messages } from './messages.ts'
import type { SigningIn, Target, Variables } from './targets.ts'
import type { SaidWaits } from './waiting.ts'

export type Opening =
  | { readonly ok: true; readonly open: OpenTenant; readonly scenario?: Scenario }
  | { readonly ok: false; readonly problem: Told }

export interface OpeningOptions {
  readonly files: StartFiles
  readonly variables: Variables
  readonly formatter: Formatter
  readonly progress: (line: string) => void
  readonly waits: SaidWaits
  readonly signal: AbortSignal
  /** Organization's policy on this computer; absent: none. */
  readonly managed?: () => Promise<Managed | undefined>
  /** Signs in; default: as a command. */
  readonly identity?: (...given: Parameters<typeof createCommandLineIdentity>) => Pick<SignInService, 'signIn'>
}

/** All requests go through `readsOnly`: there is no other way out. */
export async function openTarget({ opens, name: customer }: Target, options: OpeningOptions): Promise<Opening> {
  if ('practice' in opens) return openCase(opens.practice)
  if ('recording' in opens) return openRecording(opens.recording)
  if ('unready' in opens) return { ok: false, problem: told(opens.why) }
  const { files, variables, formatter, progress, waits, signal, identity: signingIn = createCommandLineIdentity } = options
  const { request, secret } = opens
  const { text } = formatter
  const unread = await unreadFile(request)
  if (unread) return { ok: false, problem: told(unread) }
  const managed = await options.managed?.()
  const identity = signingIn({ environment: variables, managed, httpClient: network(), waits, log: progress }, files, formatter)
  const cloud = cloudOf(request, files)
  const { tenant } = request
  progress(text(customer === undefined ? messages.signingIn({ tenant }) : messages.signingInFor({ tenant, customer })))
  const report = (step: SignInProgress): void => {
    if (step.kind === 'device-code')
      progress(text(messages.deviceCode({ tenant: request.tenant, address: step.verificationUri, code: step.userCode })))
  }
  const outcome = await identity.signIn({ ...request, cloud }, secret, report, signal)
  // For example, that this computer's clock is wrong.
  if (outcome.ok && outcome.open.tenant.note !== undefined) progress(text(outcome.open.tenant.note))
  return outcome
}

const told = (title: DisplayText): Told => ({ title, meaning: verbatim(''), remedy: verbatim('') })

/** Without the path, which may be a misplaced secret. */
async function unreadFile({ certificatePath, tokenFile }: SigningIn['request']): Promise<DisplayText | undefined> {
  for (const [option, file] of [['--certificate', certificatePath] as const, ['--token-file', tokenFile] as const])
    try {
      if (file !== undefined) await access(file, constants.R_OK)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'EIO'
      return messages.unreadFile({ option, error: code })
    }
  return undefined
}

export const cloudIds = ({ customCloud }: StartFiles): readonly string[] => [
  ...Object.values(CLOUDS).map(({ id }) => id),
  ...(customCloud ? [customCloud.cloud.id] : []),
]

export const cloudOf = ({ cloud }: SigningIn['request'], { customCloud }: StartFiles): string =>
  cloud || (customCloud?.cloud.id ?? CLOUDS.commercial.id)

const network = (): HttpClient => readsOnly(createDefaultHttpClient())

const openRecording = (recording: Recording): Opening => ({
  ok: true,
  open: openRecorded(recording, { timers: realTimers, random: seededRandom(recording.format) }),
})

const openCase = (scenario: Scenario): Opening => ({
  ok: true,
  scenario,
  open: openPractice(scenario, {
    wall: Date.now,
    timers: realTimers,
    speed: Number.POSITIVE_INFINITY,
    longest: 0,
    random: seededRandom(scenario.name),
    around: readsOnly,
  }),
})
