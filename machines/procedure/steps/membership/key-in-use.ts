import type { Finding } from '../../../engine/step/finding.ts'

/** The link alone doesn't say whose key the data is encrypted with: that shows later, and only in the environment itself. */
export const isKeyYours = (findings: readonly Pick<Finding, 'key' | 'status'>[]): boolean =>
  findings.some(({ key, status }) => key === 'key-in-use' && status === 'pass')
