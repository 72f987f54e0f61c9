/**
 * What the start page says of each scenario, in the order in which a class would take them. Apart from the scenarios
 * themselves, so that the window opens without loading the practice tenant.
 */
export const SCENARIO_TITLES = {
  'ready-to-enable': {
    title: 'Ready to enable',
    story:
      'A Managed production environment linked from Lifecycle Services and a subscription with nothing in it: everything is created, and it ends encrypted.',
  },
  'integration-missing': {
    title: 'Integration missing',
    story:
      'The environment is the initial one, without Dataverse, because nobody has enabled the Power Platform integration: it stops at the first step.',
  },
  'encrypted-before-integration': {
    title: 'Encrypted before the integration',
    story:
      'A customer-managed key is already on a Dataverse environment that finance and operations is yet to be linked to: the order Microsoft does not support.',
  },
  'vault-without-purge-protection': {
    title: 'Vault without purge protection',
    story: 'The key vault exists, but anybody could purge it: purge protection is permanent, so it is not turned on unasked.',
  },
  'key-expires-too-soon': {
    title: 'Key expires in three days',
    story: 'Everything exists, but the key expires before an encryption of up to four days can end: the environment is not added.',
  },
  'key-expires-soon': {
    title: 'Key expires in twenty days',
    story: 'The key outlasts the encryption, but not by much: you confirm its expiry date before the environment is added.',
  },
  'not-managed': {
    title: 'Not a Managed Environment',
    story: 'As ready to enable, but the environment is not managed: the wizard turns that on first.',
  },
  'wrong-region': {
    title: 'Policy in another geography',
    story:
      'Everything exists, but the policy is in Europe and the environment in the United States. Choose that policy, and it is refused; a new one is suggested.',
  },
  'no-reader': {
    title: 'No Reader on the policy',
    story: 'Grace is to add the environment, but may not read the policy, and Ada, who is only Contributor here, cannot give her the role.',
  },
  'partner-by-delegation': {
    title: 'A partner by delegated administration',
    story:
      'Petra is a partner’s employee (GDAP): she may do everything here, but has no user object to give a role to. She names Ada, and it ends encrypted.',
  },
  'busy-environment': {
    title: 'Busy environment',
    story: 'A backup runs in the environment for another 40 minutes: nothing else can start in it until then.',
  },
  throttled: {
    title: 'Throttled services',
    story: 'As ready to enable, but every few calls a service asks to be left alone for a moment: slower, and still encrypted in the end.',
  },
  'link-fails': {
    title: 'Adding the environment fails once',
    story: 'The first attempt to add the environment fails after hours, without a reason; nothing is lost, and a second attempt succeeds.',
  },
  'already-encrypted': {
    title: 'Already encrypted',
    story: 'Somebody did all of it before: every step finds its work done, and nothing is written.',
  },
  'another-policy': {
    title: 'Another policy to change to',
    story:
      'Encrypted, with a second policy and its own key standing ready: the environment can be changed to it, its key rotated, or Microsoft’s key put back.',
  },
  'policy-recreated': {
    title: 'Policy recreated under the same name',
    story:
      'Someone deleted the policy and created it again with the same name. The environment is still in the deleted one, so nothing is written, and Microsoft support is asked.',
  },
  locked: {
    title: 'Locked for want of its key',
    story:
      'Somebody took the policy’s access to the key away, and the environment is off for everybody: the access is given back, and a colleague then re-enables it.',
  },
  'unified-environment': {
    title: 'Unified environment',
    story:
      'Finance and operations was provisioned in the Power Platform admin center, so there is no Lifecycle Services step: it ends encrypted.',
  },
} as const satisfies Record<string, { readonly title: string; readonly story: string }>

export type ScenarioName = keyof typeof SCENARIO_TITLES

/** The list for the start page. */
export const scenarioList: readonly { readonly name: string; readonly title: string; readonly story: string }[] = Object.entries(
  SCENARIO_TITLES,
).map(([name, told]) => ({ name, ...told }))
