import { type Managed, settingsOf } from '#machines/managed/settings.ts'
import type { ProxySettings } from '../network/proxy.ts'

export function proxyOf(managed: Managed | undefined): ProxySettings['managed'] {
  const { Proxy: proxy, ProxyExceptions: exceptions = [] } = settingsOf(managed)
  return proxy === undefined ? undefined : { proxy, exceptions }
}

export const authoritiesOf = (managed: Managed | undefined): readonly string[] =>
  managed !== undefined && 'settings' in managed ? managed.authorities : []
