import { type Managed, settingsOf } from '../../machines/managed/settings.ts'
import type { ProxySettings } from '../network/proxy.ts'

/** The proxy that a policy sets; nothing where it sets none. */
export function proxyOf(managed: Managed | undefined): ProxySettings['managed'] {
  const { Proxy: proxy, ProxyExceptions: exceptions = [] } = settingsOf(managed)
  return proxy === undefined ? undefined : { proxy, exceptions }
}

/** The certificate authorities that a policy adds, as PEM. */
export const authoritiesOf = (managed: Managed | undefined): readonly string[] =>
  managed !== undefined && 'settings' in managed ? managed.authorities : []
