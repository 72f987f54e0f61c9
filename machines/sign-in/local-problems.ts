import type { Challenge, Refusal } from '../engine/answer.ts'
import type { Problem } from '../engine/step/problems.ts'
import type { DisplayText, Message } from '../messages/message.ts'
import { TO_PEM } from './draft.ts'
import { localMessages as messages } from './local-messages.ts'

/* Sign-in problems outside the service: input, files, tools, unexpected answers. The form stays usable. */

const yours = (words: { readonly title: DisplayText; readonly meaning: DisplayText; readonly remedy: DisplayText }): Problem => ({
  ...words,
  owner: 'you',
})

export const cancelled: Problem = yours(messages.cancelled)

export const unknownCloud = (id: string): Problem =>
  yours({ ...messages.unknownCloud, meaning: messages.unknownCloud.meaning({ cloud: id }) })

/** @param why from `validateTenant` */
export const badTenant = (why: DisplayText): Problem => yours({ ...messages.badTenant, meaning: why })

/** @param why from `validateClientId` */
export const badClientId = (why: DisplayText): Problem => yours({ ...messages.badClientId, meaning: why })

export const clientIdMissing: Problem = yours(messages.clientIdMissing)

export const secretMissing: Problem = yours(messages.secretMissing)

export const certificateMissing: Problem = yours(messages.certificateMissing)

/** Doesn't say whether there is such a file, nor its name, which others may have written. */
export const certificateNotChosen: Problem = yours(messages.certificateNotChosen)

export const fileElsewhere: Problem = yours(messages.fileElsewhere)

export const tokenFileMissing: Problem = yours(messages.tokenFileMissing)

/** @param error the system's message without file contents */
export const certificateUnreadable = (file: string, error: DisplayText | string): Problem =>
  yours({ ...messages.certificateUnreadable, meaning: messages.certificateUnreadable.meaning({ file, error }) })

export const certificateWithoutCertificate = (file: string): Problem => {
  const { title, meaning, remedy } = messages.certificateWithoutCertificate
  return yours({ title, meaning: meaning({ file }), remedy: remedy({ command: TO_PEM }) })
}

export const certificateWithoutKey = (file: string): Problem =>
  yours({ ...messages.certificateWithoutKey, meaning: messages.certificateWithoutKey.meaning({ file }) })

export const certificateKeyLocked = (file: string): Problem =>
  yours({ ...messages.certificateKeyLocked, meaning: messages.certificateKeyLocked.meaning({ file }) })

export const certificateKeyOfAnother = (file: string): Problem =>
  yours({ ...messages.certificateKeyOfAnother, meaning: messages.certificateKeyOfAnother.meaning({ file }) })

/** @param ended milliseconds since 1970-01-01T00:00:00Z */
export const certificateExpired = (file: string, ended: number): Problem =>
  yours({ ...messages.certificateExpired, meaning: messages.certificateExpired.meaning({ file, ended }) })

type Tool = 'Azure CLI' | 'Azure PowerShell'

const SIGN_IN_COMMAND: Readonly<Record<Tool, (tenant: string | undefined) => string>> = {
  'Azure CLI': (tenant) => (tenant === undefined ? 'az login' : `az login --tenant ${tenant}`),
  'Azure PowerShell': (tenant) => (tenant === undefined ? 'Connect-AzAccount' : `Connect-AzAccount -Tenant ${tenant}`),
}

export const toolMissing = (tool: Tool): Problem => {
  const { title, meaning, remedy } = messages.toolMissing
  return yours({ title: title({ tool }), meaning, remedy: remedy({ tool }) })
}

/** @param tenant validated, because it appears in a command; absent if unnamed */
export const toolSignedOut = (tool: Tool, tenant: string | undefined): Problem => {
  const { title, meaning, remedy } = tenant === undefined ? messages.toolWithoutAccount : messages.toolSignedOut
  return yours({ title: title({ tool }), meaning, remedy: remedy({ command: SIGN_IN_COMMAND[tool](tenant) }) })
}

/** Names of the tools that sign in. */
export const TOOLS = { 'azure-cli': 'Azure CLI', 'azure-powershell': 'Azure PowerShell' } as const

/**
 * Signs in to a tool with what a service asks for.
 * Source: the commands' own references, `az login --claims-challenge` and `Connect-AzAccount -ClaimsChallenge`.
 */
const FACTOR_COMMAND: Readonly<Record<keyof typeof TOOLS, (tenant: string, asked: Pick<Challenge, 'scope' | 'claims'>) => string>> = {
  'azure-cli': (tenant, { scope, claims }) =>
    `az login --tenant ${tenant}${isPlain(scope) ? ` --scope ${scope}` : ''} --claims-challenge ${claims}`,
  'azure-powershell': (tenant, { claims }) => ['Connect-AzAccount', '-Tenant', tenant, '-ClaimsChallenge', claims].join(' '),
}

/** Means the same in every shell. */
const isPlain = (scope: string): boolean => /^[\w:/.-]+$/.test(scope)

/** What the person runs, in the words of the wizard. @param tenantId validated, because it appears in a command */
export const runFactorCommand = (tool: keyof typeof TOOLS, tenantId: string, asked: Pick<Challenge, 'scope' | 'claims'>): Message =>
  messages.toolLacksFactor.remedy({ tool: TOOLS[tool], command: FACTOR_COMMAND[tool](tenantId, asked) })

/** A tool opens no page for another program: it signs in by its own command. */
export const toolLacksFactor = (tool: keyof typeof TOOLS, tenantId: string, asked: Pick<Challenge, 'scope' | 'claims'>): Problem => {
  const { title, meaning } = messages.toolLacksFactor
  return yours({
    title: title({ tool: TOOLS[tool] }),
    meaning: meaning({ tool: TOOLS[tool] }),
    remedy: runFactorCommand(tool, tenantId, asked),
  })
}

export const appCannotConfirm: Problem = yours(messages.appCannotConfirm)

export const tenantDiffers = (wanted: string, got: string): Problem =>
  yours({ ...messages.tenantDiffers, meaning: messages.tenantDiffers.meaning({ wanted, got }) })

/** @param host of the sign-in service that the tenant belongs to */
export const tenantInOtherCloud = (host: string): Problem =>
  yours({ ...messages.tenantInOtherCloud, meaning: messages.tenantInOtherCloud.meaning({ host }) })

export const noTenants: Problem = yours(messages.noTenants)

/** @param refusal of the list */
export const tenantsNotListed = (refusal: Refusal): Problem => ({ ...yours(messages.tenantsNotListed), refusal })

export const accountDiffers: Problem = yours(messages.accountDiffers)

/** A tool gives tokens of the account that is signed in to it, which can change while the wizard is open. */
export const accountChanged: Problem = yours(messages.accountChanged)

export const accountUnknown: Problem = yours(messages.accountUnknown)

export const notConfirmedInTime: Problem = yours(messages.notConfirmedInTime)

/** Without prompts: remembered data isn't enough. */
export const signInFirst: Problem = yours(messages.signInFirst)

/** Without a keyring, signing in once changes nothing for a sign-in without a page. */
export const noneKept: Problem = yours(messages.noneKept)
