import type { Finding } from '#machines/engine/step/finding.ts'

/** The link doesn't say whose key encrypts the data: that appears later, in the environment itself. */
export const isKeyYours = (findings: readonly Pick<Finding, 'key' | 'status'>[]): boolean =>
  findings.some(({ key, status }) => key === 'key-in-use' && status === 'pass')
