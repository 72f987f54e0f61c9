// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import '#renderer/home/templates-page.tsx'
import { BUILT_IN, type Template } from '#machines/procedure/templates/template.ts'
import { customer, homeView } from './views.ts'
import { type Shown, show } from './window.tsx'

const row = { ...customer, id: 'row-1', customer: 'Fabrikam', environment: 'fabrikam-uat' }
const view = homeView([row])
const standard: Template = { name: 'Standard', ...BUILT_IN }

async function opened(list: readonly Template[] = [standard], chosen = 'Standard'): Promise<Shown> {
  const page = await show(view)
  page.give('templates:read', { list, ...(list.length > 0 ? { chosen } : {}) })
  await page.click(page.button('Templates'))
  return page
}
const changed = (page: Shown) => page.calls.filter(({ name }) => name === 'templates:change').map(({ argument }) => argument)

describe('templates', () => {
  it('begin with a new one, which is in use at once', async () => {
    const page = await opened([])
    expect(page.text()).toContain('Names are made from the environment’s own name.')
    await page.click(page.button('New template'))
    expect(changed(page)).toEqual([{ list: [{ name: 'Template 1', ...BUILT_IN }], chosen: 'Template 1' }])
  })

  it('say for each pattern what it gives, or which rule of the service it breaks', async () => {
    const page = await opened()
    expect(page.text()).toContain('Gives kv-contoso-prod-cmk')
    await page.type(page.field('Key vault'), 'kv-{customer}-{environment}-keys')
    expect(page.text()).toContain('A key vault name has 3 to 24 characters. This one has 28.')
    await page.type(page.field('Key vault'), 'kv-{org}')
    expect(page.text()).toContain('“org” is no variable.')
  })

  it('check with an environment that is worked on', async () => {
    const page = await opened()
    await page.type(page.field('Check with'), 'row-1')
    expect(page.text()).toContain('Gives kv-fabrikam-uat-cmk')
  })

  it('keep values for one customer, and regions', async () => {
    const page = await opened()
    await page.click(page.button('Add value'))
    await page.type(page.field('Customer'), 'tenant-1')
    await page.type(page.field('Value'), 'fab')
    await page.click(page.button('Add region'))
    await page.click(page.button('Save template'))
    const values = [{ tenantId: 'tenant-1', variable: 'customer', value: 'fab' }]
    const regions = [{ geography: 'unitedstates', region: 'eastus' }]
    expect(changed(page)).toEqual([{ list: [{ ...standard, values, regions }], chosen: 'Standard' }])
  })

  it('keep tags, each held against Azure’s rules as it is typed', async () => {
    const page = await opened()
    await page.click(page.button('Add tag'))
    await page.type(page.field('Tag name'), 'cost/center')
    expect(page.text()).toContain('Don’t use < > % & \\ ? / = in a tag name')
    await page.click(page.button('Save template'))
    expect(changed(page)).toEqual([])
    await page.type(page.field('Tag name'), 'customer')
    await page.type(page.field('Tag value'), '{customer}')
    expect(page.text()).toContain('Gives contoso')
    await page.click(page.button('Save template'))
    expect(changed(page)).toEqual([{ list: [{ ...standard, tags: [{ name: 'customer', value: '{customer}' }] }], chosen: 'Standard' }])
  })

  it('keep how keys are protected, without a workspace or people', async () => {
    const page = await opened([{ ...standard, protection: { locks: ['policy'] } }])
    expect(page.text()).toContain('Workspaces and email addresses are chosen for each customer.')
    for (const label of ['Delete lock on the key store', 'Delete lock on the policy', 'Audit log', 'Rotation policy'])
      await page.click(page.field(label))
    await page.click(page.field('Rotation policy'))
    await page.click(page.button('Save template'))
    expect(changed(page)).toEqual([{ list: [{ ...standard, protection: { locks: ['vault'], auditLog: true } }], chosen: 'Standard' }])
  })

  it('keep no protections where the last one is taken out', async () => {
    const page = await opened([{ ...standard, protection: { locks: [], expiryAlert: true } }])
    await page.click(page.field('Alert before the key expires'))
    await page.click(page.button('Save template'))
    expect(changed(page)).toEqual([{ list: [standard], chosen: 'Standard' }])
  })

  it('keep nothing that breaks a rule of its own', async () => {
    const page = await opened([standard, { ...standard, name: 'Other' }])
    await page.type(page.field('Template name'), 'other')
    expect(page.text()).toContain('Enter a name that no other template has.')
    await page.click(page.button('Save template'))
    expect(changed(page)).toEqual([])
  })

  it('are deleted, and say why a file is refused', async () => {
    const page = await opened()
    await page.click(page.button('Delete template'))
    expect(changed(page)).toEqual([{ list: [] }])
    page.refuseNext('x.json holds no templates.')
    await page.click(page.button('Import'))
    expect(document.querySelector('[role=alert]')?.textContent).toContain('x.json holds no templates.')
  })
})
