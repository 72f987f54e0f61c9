/**
 * Renewal, lifetime of new versions, and near-expiry event. Source: the template in "Configure key auto-rotation in Azure Key Vault" (24
 * November 2021), which recommends renewing at least every two years, and raises the event only where a new version expires.
 */
export const ROTATION_POLICY = { rotateAfter: 'P18M', notifyBefore: 'P30D', newVersionsLast: 'P2Y' } as const

/** Minimum remaining validity of a renewed version: six months including February. */
export const OLD_VERSION_LASTS_DAYS = 181
