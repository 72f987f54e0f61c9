import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  endpointWhy: {
    id: 'policy.privateEndpoint.why',
    defaultMessage:
      'With public access off, Microsoft asks for a private endpoint and for the trusted services exception. Without an approved endpoint, no one in your network can rotate or repair the key.',
  },
  endpointRemedy: {
    id: 'policy.privateEndpoint.remedy',
    defaultMessage:
      'Ask the key vault administrator to approve a private endpoint, or to add one. Whether encryption fails without it isn’t documented.',
  },
  endpointManual1: {
    id: 'policy.privateEndpoint.manual1',
    defaultMessage: 'In the Azure portal, go to the key vault > Networking > Private endpoint connections.',
  },
  endpointManual2: {
    id: 'policy.privateEndpoint.manual2',
    defaultMessage: 'Select the connection that’s pending, then Approve. Or select Create.',
  },
  endpointApproved: { id: 'policy.privateEndpoint.approved', defaultMessage: 'A private endpoint leads to the key vault {vault}' },
  endpointPending: { id: 'policy.privateEndpoint.pending', defaultMessage: 'No private endpoint of the key vault {vault} is approved yet' },
  endpointNone: { id: 'policy.privateEndpoint.none', defaultMessage: 'The key vault {vault} is closed and has no private endpoint' },
  endpointState: { id: 'policy.privateEndpoint.state', defaultMessage: '{name}: {state}.' },
  endpointsNone: { id: 'policy.privateEndpoint.noneFound', defaultMessage: 'No private endpoint connections.' },
  zoneWhy: {
    id: 'policy.privateZone.why',
    defaultMessage:
      'Computers in your network find the key vault only if this DNS zone has its private address. Microsoft’s services don’t need it.',
  },
  zoneRemedy: {
    id: 'policy.privateZone.remedy',
    defaultMessage: 'Add the zone to the private endpoint and link it to your networks, or add the address to your own DNS.',
  },
  zoneManual1: {
    id: 'policy.privateZone.manual1',
    defaultMessage: 'In the Azure portal, go to the private endpoint > DNS configuration, and add a configuration.',
  },
  zoneManual2: {
    id: 'policy.privateZone.manual2',
    defaultMessage: 'Go to the private DNS zone > Virtual network links, and add the networks that use the key vault.',
  },
  zoneNamed: { id: 'policy.privateZone.named', defaultMessage: 'The private endpoint is in the DNS zone {zone}' },
  zoneMissing: { id: 'policy.privateZone.missing', defaultMessage: 'The private endpoint isn’t in the DNS zone {zone}' },
  zoneQuestion: { id: 'policy.privateZone.question', defaultMessage: 'Is the private endpoint in the DNS zone {zone}?' },
  zoneQuestionRemedy: {
    id: 'policy.privateZone.questionRemedy',
    defaultMessage: 'The wizard can’t read it with this account. Ask the person who runs the network, then confirm.',
  },
  zonesFound: { id: 'policy.privateZone.found', defaultMessage: 'DNS zones: {zones}.' },
  zonesNone: { id: 'policy.privateZone.noneFound', defaultMessage: 'No private DNS zones.' },
  throughAzure: {
    id: 'policy.keyWithinNetwork.throughAzure',
    defaultMessage: 'The key vault blocks this computer’s network, so the key was read through Azure Resource Manager',
  },
  absentThroughAzure: {
    id: 'policy.keyWithinNetwork.absentThroughAzure',
    defaultMessage: 'The key vault blocks this computer’s network; Azure Resource Manager shows no key {key}',
  },
  absentThroughAzureRemedy: {
    id: 'policy.keyWithinNetwork.absentThroughAzureRemedy',
    defaultMessage: 'The plan creates it through Azure Resource Manager too, which needs no way into the key vault’s network.',
  },
  throughAzureRemedy: {
    id: 'policy.keyWithinNetwork.throughAzureRemedy',
    defaultMessage:
      'You can continue. Type, size, state, and dates are known. Only encryption itself shows that Microsoft’s service can use the key.',
  },
})
