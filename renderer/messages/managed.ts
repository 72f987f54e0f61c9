import { defineMessages } from '#machines/messages/message.ts'

export const managed = {
  ...defineMessages('window.managed', {
    title: 'Set by your organization',
    by: 'Only an administrator of this computer can change this, in {source}.',
    nothing: 'The policy sets nothing.',
    custom: 'clouds from a file',
    pipeline: 'managed identities on the command line',
    direct: 'None',
    off: 'Off',
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
