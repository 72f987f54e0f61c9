/** Signing of packages, read from the environment: all of what a system needs is set, or none of it. */

/**
 * @typedef {Readonly<Record<string, string | undefined>>} Environment
 * @typedef {{ readonly signed: boolean, readonly notice: string, readonly words: readonly string[] }} Signing `words` are options of electron-builder
 */

/**
 * What Azure Artifact Signing is told, by the variable that holds it. Updates are not checked by it: they have a signature of their own.
 * @see https://learn.microsoft.com/azure/trusted-signing/
 */
const azureOptions = {
  CMK_WIZARD_SIGNING_ENDPOINT: 'endpoint',
  CMK_WIZARD_SIGNING_ACCOUNT: 'codeSigningAccountName',
  CMK_WIZARD_SIGNING_PROFILE: 'certificateProfileName',
  CMK_WIZARD_SIGNING_PUBLISHER: 'publisherName',
}

/** Who signs in to Azure for it, as its tools read it: an application with a secret. */
const azureAccount = ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET']

/** The certificate of Apple's Developer ID, as electron-builder reads it. */
const appleCertificate = ['CSC_LINK', 'CSC_KEY_PASSWORD']

/** The key for Apple's notary service. A package that is signed and not notarized is refused by macOS. */
const appleNotary = ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER']

/**
 * @param {Environment} environment
 * @param {readonly string[]} names
 * @param {string} what
 * @returns {boolean} whether all are set
 * @throws naming what is missing, where only some are set
 */
function allOrNone(environment, names, what) {
  const missing = names.filter((name) => !environment[name])
  if (missing.length > 0 && missing.length < names.length) {
    throw new Error(`${what} is half set: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing. Set all of them, or none.`)
  }
  return missing.length === 0
}

/**
 * An application of Azure is used by other tools too: alone it does not ask for signing.
 * @param {Environment} environment
 */
const forWindows = (environment) => {
  const wanted = Object.keys(azureOptions).some((name) => environment[name])
  return wanted && allOrNone(environment, [...Object.keys(azureOptions), ...azureAccount], 'Signing for Windows')
}

/**
 * @param {Environment} environment
 * @param {NodeJS.Platform} platform
 * @returns {Signing}
 * @throws naming what is missing, where signing is half set
 */
export function signing(environment, platform) {
  if (platform === 'win32') {
    if (!forWindows(environment)) return unsigned(Object.keys(azureOptions))
    const options = Object.entries(azureOptions).map(([name, option]) => `-c.win.azureSignOptions.${option}=${environment[name]}`)
    return { signed: true, notice: 'Signed by Azure Artifact Signing.', words: [...options, '-c.forceCodeSigning=true'] }
  }
  if (platform === 'darwin') {
    const names = [...appleCertificate, ...appleNotary]
    if (!allOrNone(environment, names, 'Signing for macOS')) return { ...unsigned(names), words: ['-c.mac.notarize=false'] }
    return {
      signed: true,
      notice: "Signed with Apple's Developer ID, and notarized.",
      words: ['-c.mac.notarize=true', '-c.forceCodeSigning=true'],
    }
  }
  return { signed: false, notice: 'Packages for Linux are signed by the repository that offers them.', words: [] }
}

/** @param {readonly string[]} names @returns {Signing} */
const unsigned = (names) => ({ signed: false, notice: `Not signed: ${names.join(', ')} aren't set.`, words: [] })
