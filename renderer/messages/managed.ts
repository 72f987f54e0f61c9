import { defineMessages } from '../../machines/messages/message.ts'

/** What an organization sets on this computer. */
export const managed = {
  ...defineMessages({
    title: { id: 'window.managed.title', defaultMessage: 'Set by your organization' },
    by: { id: 'window.managed.by', defaultMessage: 'Only an administrator of this computer can change this, in {source}.' },
    nothing: { id: 'window.managed.nothing', defaultMessage: 'The policy sets nothing.' },
    custom: { id: 'window.managed.custom', defaultMessage: 'clouds from a file' },
    pipeline: { id: 'window.managed.pipeline', defaultMessage: 'managed identities on the command line' },
    direct: { id: 'window.managed.direct', defaultMessage: 'None' },
    off: { id: 'window.managed.off', defaultMessage: 'Off' },
  }),
  names: defineMessages({
    AllowedClouds: { id: 'window.managed.allowedClouds', defaultMessage: 'Allowed clouds' },
    AllowedSignInMethods: { id: 'window.managed.allowedSignInMethods', defaultMessage: 'Allowed sign-in methods' },
    DefaultTenant: { id: 'window.managed.defaultTenant', defaultMessage: 'Default tenant' },
    Proxy: { id: 'window.managed.proxy', defaultMessage: 'Proxy' },
    ProxyExceptions: { id: 'window.managed.proxyExceptions', defaultMessage: 'Without the proxy' },
    CertificateAuthorities: { id: 'window.managed.certificateAuthorities', defaultMessage: 'Certificate authorities' },
    TeamStoreAddress: { id: 'window.managed.teamStoreAddress', defaultMessage: 'Team store' },
    TeamStoreTenant: { id: 'window.managed.teamStoreTenant', defaultMessage: 'Tenant of the team store' },
    Updates: { id: 'window.managed.updates', defaultMessage: 'Updates' },
    UpdateFeed: { id: 'window.managed.updateFeed', defaultMessage: 'Update address' },
    UpdateChannel: { id: 'window.managed.updateChannel', defaultMessage: 'Update channel' },
  }),
}
