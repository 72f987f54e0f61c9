import type { Cloud } from '#machines/cloud/cloud.ts'
import { defined } from '#machines/defined.ts'
import type { ProxyPolicyOptions } from '../network/proxy-policy.ts'
import { withExtraCertificateAuthorities } from '../network/trusted-authorities.ts'
import type { IdentityOptions } from './identity-options.ts'

export async function wayOutOf(
  cloud: Cloud,
  { authorities, customCloud, proxyFor }: Pick<IdentityOptions, 'authorities' | 'customCloud' | 'proxyFor'>,
): Promise<ProxyPolicyOptions> {
  const extra = await authorities()
  const ca = withExtraCertificateAuthorities([...extra, ...(customCloud?.cloud === cloud ? customCloud.authorities : [])])
  return { proxyFor, ...defined({ ca }) }
}
