import packages from 'virtual:packages'
import type { About } from '#contract/contract.ts'
import { license, version } from '../package.json'

/** @param versions of the process */
export const aboutApp = ({ electron = '', chrome = '', node }: Partial<NodeJS.ProcessVersions>): About => ({
  version,
  license,
  electron,
  chromium: chrome,
  node: node ?? '',
  packages,
})
