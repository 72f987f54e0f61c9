/**
 * When a key is renewed by itself, how long a new version lasts, and how long before that Key Vault raises its near-expiry event.
 * Source: "Configure key auto-rotation in Azure Key Vault" (24 November 2021), whose template has these values; it recommends renewing at
 * least every two years, and raises the event only where a new version expires.
 */
export const ROTATION_POLICY = { rotateAfter: 'P18M', notifyBefore: 'P30D', newVersionsLast: 'P2Y' } as const

/** For how many days at least a version is still valid after it was renewed: six months, of which February is the shortest. */
export const OLD_VERSION_LASTS_DAYS = 181
