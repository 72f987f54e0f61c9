import { defineMessages } from '#machines/messages/message.ts'

export const messages = defineMessages('policy', {
  privateEndpoint: {
    why: 'With public access off, Microsoft asks for a private endpoint and for the trusted services exception. Without an approved endpoint, no one in your network can rotate or repair the key.',
    remedy:
      'Ask the key vault administrator to approve a private endpoint, or to add one. Whether encryption fails without it isn’t documented.',
    manual1: 'In the Azure portal, go to the key vault > Networking > Private endpoint connections.',
    manual2: 'Select the connection that’s pending, then Approve. Or select Create.',
    approved: 'A private endpoint leads to the key vault {vault}',
    pending: 'No private endpoint of the key vault {vault} is approved yet',
    none: 'The key vault {vault} is closed and has no private endpoint',
    state: '{name}: {state}.',
    noneFound: 'No private endpoint connections.',
  },
  privateZone: {
    why: 'Computers in your network find the key vault only if this DNS zone has its private address. Microsoft’s services don’t need it.',
    remedy: 'Add the zone to the private endpoint and link it to your networks, or add the address to your own DNS.',
    manual1: 'In the Azure portal, go to the private endpoint > DNS configuration, and add a configuration.',
    manual2: 'Go to the private DNS zone > Virtual network links, and add the networks that use the key vault.',
    named: 'The private endpoint is in the DNS zone {zone}',
    missing: 'The private endpoint isn’t in the DNS zone {zone}',
    question: 'Is the private endpoint in the DNS zone {zone}?',
    questionRemedy: 'The wizard can’t read it with this account. Ask the person who runs the network, then confirm.',
    found: 'DNS zones: {zones}.',
    noneFound: 'No private DNS zones.',
  },
  keyWithinNetwork: {
    throughAzure: 'The key vault blocks this computer’s network, so the key was read through Azure Resource Manager',
    absentThroughAzure: 'The key vault blocks this computer’s network; Azure Resource Manager shows no key {key}',
    absentThroughAzureRemedy: 'The plan creates it through Azure Resource Manager too, which needs no way into the key vault’s network.',
    throughAzureRemedy:
      'This alone doesn’t stop you. Type, size, state, and dates are known. Only encryption itself shows that Microsoft’s service can use the key.',
  },
})
