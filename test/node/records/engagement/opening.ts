import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { OwnView } from '#machines/engine/wizard/presentation.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { Opened, Product } from '#node/host/product.ts'
import { createWizardHost } from '#node/host/wizard-host.ts'
import type { Engagement } from '#node/records/engagement/engagement.ts'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import { type EngagementStore, engagementId } from '#node/records/engagement/store.ts'
import { testFolder } from '#test/folder.ts'
import { ACCOUNT, type SecondPorts, secondPorts } from '../../../second-procedure/ports.ts'
import { SECOND } from '../../../second-procedure/procedure.ts'
import { presentation } from '../../../second-procedure/window.ts'
import { until } from '../../../until.ts'

const PRODUCT: Product<OwnView, Opened> = {
  procedure: SECOND,
  presentation,
  listed: () => ({}),
  listedAs: { underWay: () => undefined, isInEffect: () => true },
  addressesIn: () => (link) => link,
  writeScript: async () => ({ kind: 'nothing-planned' }),
}

/** Another answer of the store to an opening. @param open asks the store itself */
export type Opens = (open: () => ReturnType<EngagementStore['open']>) => ReturnType<EngagementStore['open']>

/** Something that waits until the test lets it go on. */
export function gate() {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}

export type Run = ReturnType<typeof runIn>

/** A run of the wizard in one folder; two tenants can be opened, whose environments have the same IDs. */
export function runIn(
  folder: string,
  { opens = (open) => open(), host: computer = 'desk', ...over }: Partial<SecondPorts> & { opens?: Opens; host?: string } = {},
) {
  const ports = { ...secondPorts(), ...over }
  let tenantId: string | undefined
  const openIn = (id: string) => {
    tenantId = id
    return { account: { ...ACCOUNT, tenantId: id, tenantName: id }, cloud: verbatim('A cloud') }
  }
  let locks = 0
  const holding = { user: 'ada', host: computer, processId: 1, isRunning: () => true, newId: () => `${computer}-${locks++}` }
  const store = engagementStore(folder, holding, ports.now)
  const host = createWizardHost(PRODUCT, {
    ports: {
      ...ports,
      openPractice: async (name) => openIn(name),
      signIn: async ({ tenant }) => ({ ok: true, tenant: openIn(tenant) }),
      closeTenant() {
        tenantId = undefined
      },
      opened() {
        if (tenantId === undefined) return undefined
        const tenant = { account: { ...ACCOUNT, tenantId, tenantName: tenantId }, cloud: verbatim('A cloud') }
        const request = { way: 'browser' as const, tenant: tenantId, cloud: 'cloud' }
        return { tenant, services: tenant, clock: { now: ports.now }, cloud: { id: 'cloud', name: 'A cloud' }, request }
      },
    },
    holdSecret: () => undefined,
    scenarios: [],
    store: { ...store, open: (...asked) => opens(() => store.open(...asked)) },
  })
  onTestFinished(() => host.stop())
  type View = ReturnType<typeof host.view>
  const shows = (fits: (view: View) => boolean): Promise<View> => until(() => fits(host.view()) && host.view())
  return {
    host,
    ports,
    shows,
    async openTenant(name: string): Promise<void> {
      host.send({ type: 'OPEN_PRACTICE', scenario: name })
      await shows(({ step }) => step?.phase === 'choosing')
    },
    /** Chooses the environment, whose reading waits for the record. */
    async choose(environmentId: string): Promise<void> {
      host.send({ type: 'CHOOSE_ENVIRONMENT', environmentId })
      await quiet()
    },
    record: () => until(() => host.engagement()?.engagement),
  }
}

/** Everything that is on its way in this process has had its turn. */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate)
}

/** As the files have it, without the journal's last line, which each opening adds to. */
export async function onDisk(folder: string, tenantId = 'contoso', environmentId = 'e1') {
  const own = path.join(folder, engagementId({ tenantId, environmentId }))
  const journal = (await readFile(path.join(own, 'journal.jsonl'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const { journal: _, digest: __, ...file } = JSON.parse(await readFile(path.join(own, 'engagement.json'), 'utf8'))
  return {
    file,
    kinds: journal.map(({ kind }): string => kind),
    isLocked: (await readdir(own)).includes('lock.json'),
  }
}

/** Turns the feature on, as far as its proof. */
export async function carryOut({ host, shows }: Run): Promise<void> {
  await shows(({ step }) => step?.phase === 'reviewing')
  host.send({ type: 'REVIEW_PLAN' })
  await shows(({ step }) => step?.phase === 'confirming')
  host.send({ type: 'CONFIRM', typedName: '' })
  await shows(({ step }) => step?.proved === true)
}

/** A folder with a record of e1 at contoso, in which a change was made. */
export async function worked(): Promise<{
  readonly folder: string
  readonly was: Awaited<ReturnType<typeof onDisk>>
  readonly ports: SecondPorts
}> {
  const folder = testFolder()
  const first = runIn(folder)
  await first.openTenant('contoso')
  await first.choose('e1')
  await first.record()
  await carryOut(first)
  await first.host.stop()
  const was = await onDisk(folder)
  expect(was).toMatchObject({ file: { steps: { 'turn-on': { receipts: [{ kind: 'turn-on-feature' }] } } }, isLocked: false })
  return { folder, was, ports: first.ports }
}

/** The same, before a store that answers when the test says so. */
export async function openedWith(slow: Opens, more: Partial<SecondPorts> = {}) {
  const left = await worked()
  const run = runIn(left.folder, { ...left.ports, ...more, opens: slow })
  await run.openTenant('contoso')
  return { ...left, run }
}

/** Opens of a store: each waits to be answered. */
export function answering() {
  const gates: ReturnType<typeof gate>[] = []
  const opens: Opens = async (open) => {
    const own = gate()
    gates.push(own)
    await own.opened
    return open()
  }
  return { opens, asked: (count: number) => until(() => gates.length >= count), answer: (place: number) => gates[place]?.open() }
}

export const receipts = ({ file }: { readonly file: Pick<Engagement, 'steps'> }) => file.steps['turn-on']?.receipts
