import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline'
import { CLOUDS } from '../../machines/cloud/cloud.ts'
import type { Problem } from '../../machines/engine/step/problems.ts'
import type { Managed } from '../../machines/managed/settings.ts'
import type { SignInProgress } from '../../machines/sign-in/sign-in.ts'
import type { Formatter } from '../../messages/formatter.ts'
import { realTimers } from '../../practice/clock.ts'
import { openPractice } from '../../practice/open.ts'
import { seededRandom } from '../../practice/random.ts'
import type { Scenario } from '../../practice/scenario.ts'
import { readsOnly } from '../../services/azure/reads-only.ts'
import { createCommandLineIdentity } from '../../services/identity/command-line-identity.ts'
import type { StartFiles } from '../../services/identity/start-files.ts'
import type { OpenTenant } from '../../services/open-tenant.ts'
import { messages } from './messages.ts'
import type { SigningIn, Target, Variables } from './targets.ts'

export type Opening =
  | { readonly ok: true; readonly open: OpenTenant; readonly scenario?: Scenario }
  | { readonly ok: false; readonly problem: Problem }

export interface OpeningOptions {
  readonly files: StartFiles
  readonly variables: Variables
  readonly formatter: Formatter
  readonly progress: (line: string) => void
  readonly signal: AbortSignal
  /** What an organization sets on this computer; absent: nothing. */
  readonly managed?: () => Promise<Managed | undefined>
}

/** Opens a tenant to read in. Whatever is asked of its services goes through `readsOnly`: there is no other way out. */
export async function openTarget({ opens }: Target, options: OpeningOptions): Promise<Opening> {
  if ('practice' in opens) return openCase(opens.practice)
  const { files, variables, formatter, progress, signal } = options
  const { request, secret } = opens
  const { text } = formatter
  const managed = await options.managed?.()
  const identity = createCommandLineIdentity({ environment: variables, managed, httpClient: network(), log: progress }, files, formatter)
  const cloud = cloudOf(request, files)
  progress(text(messages.signingIn({ tenant: request.tenant })))
  const report = (step: SignInProgress): void => {
    if (step.kind === 'device-code')
      progress(text(messages.deviceCode({ tenant: request.tenant, address: step.verificationUri, code: step.userCode })))
  }
  return identity.signIn({ ...request, cloud }, secret, report, signal)
}

/** The cloud that is meant, where none is named. */
export const cloudOf = ({ cloud }: SigningIn['request'], { customCloud }: StartFiles): string =>
  cloud || (customCloud?.cloud.id ?? CLOUDS.commercial.id)

const network = (): HttpClient => readsOnly(createDefaultHttpClient())

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
