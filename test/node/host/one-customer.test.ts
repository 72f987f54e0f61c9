import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openMail } from '#electron/window/open-mail.ts'
import { REPORT_FORMATS } from '#machines/engine/report-formats.ts'
import { verbatim } from '#machines/messages/message.ts'
import { knownAs } from '#machines/procedure/mail/mail.ts'
import { STEP_IDS } from '#machines/procedure/procedure.ts'
import { SCRIPT_LANGUAGES } from '#machines/procedure/script-languages.ts'
import { type EngagementStep, newEngagement, writeEngagement } from '#node/records/engagement/engagement.ts'
import { engagementId } from '#node/records/engagement/store.ts'
import { workplace } from '../records/engagement/working.ts'

/** Names of the other customer. None of them occurs in the practice tenant. */
const OTHER = {
  tenant: { id: 'dddddddd-0000-4000-8000-00000000000d', name: 'Zyxwv Werke' },
  environment: { id: 'eeeeeeee-0000-4000-8000-00000000000e', displayName: 'zyxwv-live', type: 'Production' },
  account: { objectId: 'ffffffff-0000-4000-8000-00000000000f', userName: 'zoe@zyxwv.example', displayName: 'Zoe Zyxwv' },
} as const
const WORDS = ['zyxwv', ...[OTHER.tenant, OTHER.environment].map(({ id }) => id), OTHER.account.objectId]

/** The other customer's engagement, as an earlier run left it. */
async function plantOther(folder: string): Promise<void> {
  const step: EngagementStep = {
    readAt: 1,
    proved: true,
    planned: 0,
    receipts: [],
    findings: [{ key: 'key-in-use', id: 'F-906', status: 'pass', title: verbatim('Zyxwv uses its key'), seen: verbatim('kv-zyxwv') }],
  }
  const engagement = newEngagement(
    {
      appVersion: '0',
      cloud: { id: 'practice', name: 'Practice' },
      ...OTHER,
      reached: STEP_IDS[0] ?? '',
      signIn: { way: 'browser', tenant: OTHER.tenant.id, cloud: 'practice' },
      steps: Object.fromEntries(STEP_IDS.map((id) => [id, step])),
    },
    1,
  )
  const at = path.join(folder, engagementId({ tenantId: OTHER.tenant.id, environmentId: OTHER.environment.id }))
  await mkdir(at, { recursive: true })
  await writeFile(path.join(at, 'engagement.json'), writeEngagement(engagement))
}

const asText = (content: string | Uint8Array): string => (typeof content === 'string' ? content : new TextDecoder().decode(content))

it('reports, scripts, mails, and files of one customer say nothing of another who is on the list', { timeout: 60_000 }, async () => {
  const place = await workplace()
  await plantOther(place.folder)
  const run = place.start()
  const listed = await run.until(({ start }) => (start?.engagements?.length ?? 0) > 0)
  expect(JSON.stringify(listed.start?.engagements)).toContain(OTHER.tenant.name)
  run.signIn()
  const planned = await run.walkUntil(({ step }) => step?.id === 'policy' && step.phase === 'reviewing' && step.plan.length > 0)
  const written: Record<string, string> = { 'the page': JSON.stringify({ ...planned, start: undefined }) }

  for (const language of SCRIPT_LANGUAGES) {
    const script = await run.host.writeScript({ language, of: 'step' })
    expect(script.kind).toBe('files')
    written[language] = JSON.stringify(script)
  }
  for (const format of REPORT_FORMATS) {
    const print = async (html: string) => new TextEncoder().encode(html)
    const report = await run.host.report({ format }, print)
    written[`the report as ${format}`] = asText(report?.content ?? '')
  }
  for (const purpose of ['ask', 'hand-back'] as const)
    await run.host.handOver({ purpose, step: 'policy', note: '' }, async ({ name, content }) => {
      written[`the file to ${purpose}`] = `${name}\n${asText(content)}`
      return { ok: true, value: { savedAs: name } }
    })
  for (const wanted of [{ mail: 'outage', start: 1, end: 2 }, { mail: 'over' }] as const)
    await openMail(wanted, knownAs(run.host.view()), run.host.formatter(), async (address) => {
      written[`the mail ${wanted.mail}`] = decodeURIComponent(address)
    })

  expect(Object.keys(written)).toHaveLength(1 + SCRIPT_LANGUAGES.length + REPORT_FORMATS.length + 2 + 2)
  for (const [what, text] of Object.entries(written)) {
    expect(text.length, what).toBeGreaterThan(100)
    for (const word of WORDS) expect(text.toLowerCase(), what).not.toContain(word)
  }
})
