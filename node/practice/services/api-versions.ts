import { ServiceRefusal } from '../service.ts'
import { same } from '../state.ts'

/* API versions of the services. Source: Microsoft's SDKs for JavaScript and Python and Azure CLI 2.74, otherwise the
   versions of Microsoft's scripts and the wizard. There may be more; unknown ones are refused, so that they are
   noticed. */

const OWN = [
  ...[
    '2015-11-01',
    '2016-02-01',
    '2016-06-01',
    '2016-09-01',
    '2017-05-10',
    '2018-02-01',
    '2018-05-01',
    '2018-06-01',
    '2019-03-01',
    '2019-05-01',
  ],
  ...['2019-05-10', '2019-06-01', '2019-07-01', '2019-08-01', '2019-10-01', '2019-11-01', '2020-06-01', '2020-10-01', '2021-01-01'],
  ...['2021-04-01', '2022-09-01', '2022-12-01', '2024-03-01', '2024-07-01', '2024-11-01', '2025-03-01', '2025-04-01'],
]

const ROLES = ['2015-07-01', '2018-01-01-preview', '2022-04-01', '2022-05-01-preview']

/** By resource provider, or by type where they differ. In lower case. */
const VERSIONS: Readonly<Record<string, readonly string[]>> = {
  'microsoft.authorization/locks': ['2015-01-01', '2016-09-01', '2020-05-01'],
  'microsoft.authorization/permissions': ROLES,
  'microsoft.authorization/roleassignments': [
    ...['2015-07-01', '2018-01-01-preview', '2018-09-01-preview', '2020-04-01-preview', '2020-10-01-preview', '2022-04-01'],
    '2022-05-01-preview',
  ],
  'microsoft.authorization/roledefinitions': ROLES,
  'microsoft.authorization/roleeligibilityscheduleinstances': ['2020-10-01-preview', '2020-10-01'],
  'microsoft.eventgrid': ['2022-06-15', '2024-06-01-preview', '2025-02-15'],
  'microsoft.features': ['2015-12-01', '2021-07-01'],
  'microsoft.insights/actiongroups': ['2023-01-01'],
  'microsoft.insights/diagnosticsettings': ['2021-05-01-preview'],
  'microsoft.keyvault': ['2016-10-01', '2022-07-01', '2023-02-01', '2023-07-01', '2024-11-01', '2025-05-01', '2026-02-01'],
  'microsoft.network': ['2024-01-01', '2024-05-01'],
  'microsoft.operationalinsights': ['2023-09-01'],
  'microsoft.powerplatform': ['2020-10-30-preview', '2020-10-30'],
}

const KEY_VAULT_DATA = ['7.0', '7.1', '7.2', '7.3', '7.4', '7.5', '7.6-preview.2', '7.6', '2025-07-01']

/** Provider and type of an address; undefined if none. */
function typeOf(path: string): { readonly namespace: string; readonly type: string } | undefined {
  // Features belong to their provider.
  if (/\/providers\/Microsoft\.Features\//i.test(path)) return { namespace: 'Microsoft.Features', type: 'features' }
  const [namespace, type] =
    path
      .split(/\/providers\//i)
      .slice(1)
      .at(-1)
      ?.split('/') ?? []
  return namespace && type && !same(type, 'register') ? { namespace, type } : undefined
}

/** Versions for an address, oldest first; undefined for an unknown type. */
export function versionsOf(path: string): readonly string[] | undefined {
  const about = typeOf(path)
  if (about === undefined) return OWN
  const namespace = about.namespace.toLowerCase()
  return VERSIONS[`${namespace}/${about.type.toLowerCase()}`] ?? VERSIONS[namespace]
}

export function requireVersion(path: string, version: string | null): void {
  if (!version)
    throw new ServiceRefusal(
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    )
  const known = versionsOf(path)
  const about = typeOf(path)
  if (known === undefined || known.some((each) => same(each, version))) return
  const supported = `'${known.join(', ')}'`
  throw about === undefined
    ? new ServiceRefusal(
        400,
        'InvalidApiVersionParameter',
        `The api-version '${version}' is invalid. The supported versions are ${supported}.`,
      )
    : new ServiceRefusal(
        400,
        'NoRegisteredProviderFound',
        `No registered resource provider found for location '' and API version '${version}' for type '${about.type}'. The supported api-versions are ${supported}.`,
      )
}

/** Refuses an API version that no vault supports. */
export function requireKeyVaultVersion(version: string | null): void {
  if (version && KEY_VAULT_DATA.includes(version)) return
  throw new ServiceRefusal(
    400,
    'BadParameter',
    version
      ? `The specified version (${version}) is not recognized. Consider using the latest supported version (${KEY_VAULT_DATA.at(-1)}).`
      : 'api-version must be specified',
  )
}
