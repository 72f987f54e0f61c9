import type { Finding } from '../../../engine/step/finding.ts'

export const isKeyYours = (findings: readonly Pick<Finding, 'key' | 'status'>[]): boolean =>
  findings.some(({ key, status }) => key === 'key-in-use' && status === 'pass')
