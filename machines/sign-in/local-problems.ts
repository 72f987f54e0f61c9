import type { Problem } from '../engine/step/problems.ts'

/*
 * What is wrong with a sign-in before, beside or after the sign-in service had its say: what was typed, files, tools on this computer,
 * and answers that fit no question. Each leaves the sign-in page usable with everything that was typed.
 */

const yours = (title: string, meaning: string, remedy: string): Problem => ({ title, meaning, remedy, owner: 'you' })

export const cancelled: Problem = yours(
  'The sign-in was called off',
  'Nobody is signed in, and nothing was read or changed.',
  'Sign in again when you are ready. A page that is still open in the browser can be closed.',
)

export const unknownCloud = (id: string): Problem =>
  yours('There is no such cloud', `The wizard knows no cloud “${id}”.`, 'Choose one of the clouds in the list.')

/** @param why from `validateTenant` */
export const badTenant = (why: string): Problem => yours('The tenant has to be named', why, 'Put the name right, then sign in again.')

/** @param why from `validateClientId` */
export const badClientId = (why: string): Problem =>
  yours('The id of the app registration is not right', why, 'Put the id right or leave the field empty, then sign in again.')

export const clientIdMissing: Problem = yours(
  'The app registration has to be named',
  'A certificate or a secret belongs to an app registration, so its application (client) id is needed.',
  'Enter the id from the Entra admin center (App registrations), then sign in again.',
)

export const secretMissing: Problem = yours(
  'The secret is missing',
  'This way to sign in needs the client secret. It is kept in memory for one sign-in and has to be entered each time.',
  'Enter the secret, then sign in again.',
)

export const certificateMissing: Problem = yours(
  'The certificate’s file is not named',
  'This way to sign in needs a PEM file with the certificate and its private key.',
  'Choose the file, then sign in again.',
)

/** @param why what the system said, without the file's contents */
export const certificateUnreadable = (file: string, why: string): Problem =>
  yours('The certificate’s file cannot be read', `${file}: ${why}`, 'Choose a file that you may read, then sign in again.')

export const certificateWithoutCertificate = (file: string): Problem =>
  yours(
    'The file holds no certificate',
    `${file} has no part “BEGIN CERTIFICATE”. A .pfx or .p12 file has to be written out as PEM first.`,
    'Write certificate and key into one PEM file (openssl pkcs12 -in FILE.pfx -out FILE.pem), then sign in again.',
  )

export const certificateWithoutKey = (file: string): Problem =>
  yours(
    'The certificate comes without its private key',
    `${file} has a certificate, but no part “BEGIN PRIVATE KEY”. The certificate alone proves nothing: anybody may have it.`,
    'Put the private key into the same PEM file, then sign in again.',
  )

export const certificateKeyLocked = (file: string): Problem =>
  yours(
    'The private key does not open',
    `The key in ${file} is protected by a passphrase, and none was entered or it is another one.`,
    'Enter the key’s passphrase, then sign in again.',
  )

export const certificateKeyOfAnother = (file: string): Problem =>
  yours(
    'The private key belongs to another certificate',
    `The certificate and the key in ${file} do not fit together.`,
    'Put the certificate and its own key into one file, then sign in again.',
  )

/** @param ended as the certificate says it */
export const certificateExpired = (file: string, ended: string): Problem =>
  yours(
    'The certificate has expired',
    `The certificate in ${file} was valid until ${ended}.`,
    'Make a new certificate, upload it to the app registration under Certificates and secrets, then sign in with it.',
  )

type Tool = 'Azure CLI' | 'Azure PowerShell'

const SIGN_IN_COMMAND: Readonly<Record<Tool, (tenant: string) => string>> = {
  'Azure CLI': (tenant) => `az login --tenant ${tenant}`,
  'Azure PowerShell': (tenant) => `Connect-AzAccount -Tenant ${tenant}`,
}

export const toolMissing = (tool: Tool): Problem =>
  yours(
    `${tool} was not found on this computer`,
    'The account that is signed in there can only be used where the tool is installed and can be started by its name.',
    `Install ${tool}, or choose another way to sign in.`,
  )

/** @param tenant as checked by `validateTenant`: it is shown inside a command */
export const toolSignedOut = (tool: Tool, tenant: string): Problem =>
  yours(
    `Nobody is signed in to ${tool} for this tenant`,
    'The tool has no account for the tenant you named, or its sign-in has run out.',
    `Run “${SIGN_IN_COMMAND[tool](tenant)}” in a terminal, then sign in here again.`,
  )

export const tenantDiffers = (wanted: string, got: string): Problem =>
  yours(
    'The sign-in ended in another tenant',
    `You named the tenant ${wanted}, but the account was signed in to ${got}. Nothing was read there.`,
    'Sign in again with an account of the tenant you named, or name the other tenant.',
  )

/** @param host of the sign-in service that the tenant belongs to */
export const tenantInOtherCloud = (host: string): Problem =>
  yours(
    'The tenant is in another cloud',
    `The sign-in service says that this tenant signs in at ${host}.`,
    'Choose the cloud that the tenant is in, then sign in again.',
  )

export const accountDiffers: Problem = yours(
  'Another account was chosen',
  'The browser asked once more for this service, and another account was chosen there than the one that is signed in.',
  'Sign in again and choose the same account each time.',
)

export const accountUnknown: Problem = yours(
  'The sign-in does not say who signed in',
  'The token that was given holds no tenant and no object id that the wizard can read.',
  'Sign in by the system browser instead.',
)

export const notConfirmedInTime: Problem = yours(
  'The browser was not answered in time',
  'The service needed your consent or a second factor, and the page in the browser was not completed within five minutes.',
  'Sign in again and complete every page that the browser opens.',
)
