import path from 'node:path'
import { defined } from '#machines/defined.ts'
import type { Managed } from '#machines/managed/settings.ts'
import { lazily } from '../azure/lazily.ts'
import type { RequestWatch } from '../azure/request-watch.ts'
import { authoritiesOf, proxyOf } from '../managed/way-out.ts'
import { createProxyFor } from '../network/proxy.ts'
import type { Identity, QuietSignIn } from '../open-tenant.ts'
import { readRegularText } from '../regular-file.ts'
import { extraAuthorities } from './extra-authorities.ts'
import { createIdentity, quietSignIn } from './identity.ts'
import { type IdentityOptions, LARGEST_PROOF, type Words } from './identity-options.ts'
import { electronKeyring, type SafeStorage } from './keyring.ts'
import { filesIn } from './sealed-files.ts'
import type { StartFiles } from './start-files.ts'
import { systemClock } from './system-clock.ts'

export interface DesktopIntegration {
  readonly openExternal: (address: string) => Promise<void>
  /** The system's proxy for an address, in the format of proxy scripts. */
  readonly resolveProxy: (address: string) => Promise<string>
  readonly safeStorage: SafeStorage
  readonly userData: string
  readonly isChosenFile: (file: string) => Promise<boolean>
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly managed?: Managed | undefined
  readonly log: (line: string) => void
}

/** Sign-in service with the desktop's browser, keyring and proxy. @param watch observes each request to services */
export function createDesktopIdentity(surroundings: DesktopIntegration, files: StartFiles, words: Words, watch?: RequestWatch): Identity {
  return createIdentity({ ...desktopIdentityOptions(surroundings, files, words, 'sign-ins'), ...defined({ watch }) })
}

/** Signs in to a tenant in parallel, with remembered data and without prompts or shared tokens. */
export const createQuietSignIns =
  (surroundings: DesktopIntegration, files: StartFiles, words: Words): (() => QuietSignIn) =>
  () =>
    quietSignIn({ ...desktopIdentityOptions(surroundings, files, words, 'sign-ins'), quiet: true })

export function desktopIdentityOptions(
  { environment, managed, log, ...electron }: DesktopIntegration,
  { customCloud, authorities }: StartFiles,
  words: Words,
  folder: string,
): IdentityOptions {
  return {
    ...defined({ customCloud, managed }),
    authorities: lazily(async () => [
      ...authorities,
      ...authoritiesOf(managed),
      ...(await extraAuthorities(environment['NODE_EXTRA_CA_CERTS'], log, words)),
    ]),
    proxyFor: createProxyFor({ environment, system: electron.resolveProxy, ...defined({ managed: proxyOf(managed) }) }),
    openBrowser: electron.openExternal,
    words,
    keyring: electronKeyring(electron.safeStorage, process.platform),
    files: filesIn(path.join(electron.userData, folder)),
    isChosenFile: electron.isChosenFile,
    readFile: (file) => readRegularText(file, LARGEST_PROOF),
    clock: systemClock,
    random: Math.random,
    log,
  }
}
