import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Services } from '#machines/procedure/services/services.ts'
import { createLoopbackCertificates } from '#node/practice/certificates.ts'
import { practiceCredential } from '#node/practice/http-client.ts'
import { seededRandom } from '#node/practice/random.ts'
import { type PracticeServer, startPracticeServer } from '#node/practice/server.ts'
import { connectServices } from '#node/services/azure/services.ts'
import { cloudAt } from '../loopback.ts'
import { leapingClock } from '../stand-in.ts'
import { ENVIRONMENT, GROUP, given, KEY, PEOPLE, POLICY, POLICY_ID, SUBSCRIPTION, scenarioOf, VAULT } from './practice.ts'

const S = SUBSCRIPTION.id
const defects: unknown[] = []
let server: PracticeServer
let services: Services

beforeAll(async () => {
  const clock = leapingClock()
  const certificates = createLoopbackCertificates(Date.now())
  const scenario = scenarioOf('link-fails')
  server = await startPracticeServer({
    tenant: { scenario, clock, random: seededRandom('https') },
    certificates,
    port: 0,
    onDefect: (reason) => defects.push(reason),
  })
  const at = (service: string) => server.addresses().find((entry) => entry.origin === service)?.address ?? ''
  const origin = at('https://management.azure.com')
  services = connectServices({
    cloud: { ...cloudAt(origin), graph: at('https://graph.microsoft.com') },
    credential: practiceCredential(server.tenant, scenario.person),
    account: server.tenant.account(scenario.person),
    clock,
    random: seededRandom('client'),
    tlsOptions: { ca: certificates.authority },
  })
})

afterAll(() => server.close())

describe('the same clients against the practice tenant over HTTPS', () => {
  it('read every service, each at its own port', async () => {
    const { azure, powerPlatform, dataverse, directory } = services
    const environment = given(await powerPlatform.readEnvironment(ENVIRONMENT))
    const [, , integration] = await Promise.all([
      azure.listSubscriptions().then(given),
      azure.readProvider(S, 'Microsoft.PowerPlatform').then(given),
      dataverse.readIntegration(environment.dataverse?.instanceUrl ?? '').then(given),
    ])
    expect(integration).toMatchObject({ linked: true })
    const vault = given(await azure.readVault(S, GROUP, VAULT))
    expect(vault.vaultUri).toMatch(/^https:\/\/localhost:\d+\/$/)
    expect(given(await azure.readKey(vault.vaultUri, KEY))).toMatchObject({ size: 3072 })
    expect(given(await azure.listRoleAssignments(POLICY_ID, PEOPLE.ada.objectId)).length).toBeGreaterThan(2)
    expect(given(await directory.searchPeople('ada'))).toMatchObject([{ id: PEOPLE.ada.objectId }])
  })

  it('link, and follow the operation on the geography’s own address', async () => {
    const { azure, powerPlatform } = services
    const { systemId = '' } = given(await azure.readPolicy(S, GROUP, POLICY))
    const { address = '' } = given(await powerPlatform.linkEncryptionPolicy(ENVIRONMENT, systemId))
    expect(address).toMatch(/^https:\/\/localhost:\d+\//)
    expect(given(await powerPlatform.readOperation(address))).toMatchObject({ state: 'not-started' })
  })

  it('left the tenant without a defect', () => {
    expect(defects).toEqual([])
  })
})
