import type { HttpClient } from '@azure/core-rest-pipeline'
import { defined } from '#machines/defined.ts'
import type { Managed } from '#machines/managed/settings.ts'
import { lazily } from '../azure/lazily.ts'
import { authoritiesOf, proxyOf } from '../managed/way-out.ts'
import { createProxyFor } from '../network/proxy.ts'
import type { Waits } from '../network/waits.ts'
import { readRegularText } from '../regular-file.ts'
import { extraAuthorities } from './extra-authorities.ts'
import { LARGEST_PROOF, type Words } from './identity-options.ts'
import type { Files } from './sealed-files.ts'
import { SignInService } from './sign-in-service.ts'
import type { StartFiles } from './start-files.ts'
import { systemClock } from './system-clock.ts'

export interface CommandLineIntegration {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly managed?: Managed | undefined
  readonly httpClient: HttpClient
  readonly waits?: Waits
  readonly log: (line: string) => void
}

const NOTHING_KEPT: Files = {
  list: async () => [],
  read: async () => undefined,
  write: async () => undefined,
  remove: async () => undefined,
  rename: async () => undefined,
}

/** Sign-in without a desktop: no browser, and nothing kept afterwards. Holds one sign-in. */
export function createCommandLineIdentity(
  { environment, managed, httpClient, waits, log }: CommandLineIntegration,
  { customCloud, authorities }: StartFiles,
  words: Words,
): SignInService {
  return new SignInService({
    ...defined({ customCloud, managed, waits }),
    authorities: lazily(async () => [
      ...authorities,
      ...authoritiesOf(managed),
      ...(await extraAuthorities(environment['NODE_EXTRA_CA_CERTS'], log, words)),
    ]),
    proxyFor: createProxyFor({ environment, ...defined({ managed: proxyOf(managed) }) }),
    httpClient,
    openBrowser: () => Promise.reject(new Error('A command opens no browser.')),
    words,
    keyring: {
      isSafe: () => false,
      seal: () => new Uint8Array(),
      unseal: () => '',
    },
    files: NOTHING_KEPT,
    // Named by the command, or in the list that it names.
    isChosenFile: async () => true,
    confirmsAtOnce: true,
    readFile: (file) => readRegularText(file, LARGEST_PROOF),
    clock: systemClock,
    random: Math.random,
    log,
  })
}
