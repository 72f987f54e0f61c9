// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { DAY } from '../../machines/engine/durations.ts'
import type { StepView } from '../../messages/view.ts'
import { dayField } from '../../renderer/step/local-time.ts'
import { closingView, drifted, keyMapView, NOW, nextPolicyView, operationsView, refusal, whatIfView } from './views.ts'
import { show } from './window.tsx'

function dialogButton(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll<HTMLButtonElement>('dialog button')].find(({ textContent }) => textContent === name)
  if (!found) throw new Error(`The dialog has no ${name}`)
  return found
}

const { comparedAt: _, ...uncompared } = { ...drifted, changes: [] }

describe('what has changed since the end', () => {
  it('is a table of what, then, now and who, the worst marked by a word', async () => {
    await show(operationsView(drifted))
    const table = document.querySelector('table')
    expect([...(table?.querySelectorAll('thead th') ?? [])].map((head) => head.textContent)).toEqual([
      'What',
      'Baseline',
      'Now',
      'Who can resolve it',
    ])
    const rows = [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => row.textContent)
    expect(rows[0]).toMatch(/The policy’s access to the key.*Worse.*Key vault admin.*Give the role again\./)
    expect(rows[1]).toMatch(/Current key version.*Changed.*Key vault adminNo action needed\. Check whether/)
  })

  it.each([
    ['that nothing has changed', operationsView({ ...drifted, changes: [] }), 'Nothing has changed'],
    ['who recorded the end', operationsView(uncompared), 'by ada@contoso.example'],
    ['that it is being read', operationsView({ ...uncompared, reading: true }), 'Checking everything again'],
    [
      'why it could not be compared',
      operationsView({ ...uncompared, problem: { title: 'Not read', meaning: 'm', remedy: 'r', owner: 'you', refusal } }),
      'Not read',
    ],
    ['that there is no end to compare with', operationsView(), 'No baseline yet'],
  ])('says %s', async (_what, view, words) => {
    const page = await show(view)
    expect(page.text()).toContain(words)
  })

  it('compares when it is asked to, also once more, and keeps its button meanwhile', async () => {
    const page = await show(operationsView(uncompared))
    await page.click(page.button('Compare with baseline'))
    expect(page.calls).toContainEqual({ name: 'wizard:send', argument: { type: 'CHECK_AGAIN' } })
    await page.push({ ...operationsView({ ...uncompared, reading: true }), revision: 9 })
    expect(page.button('Compare with baseline')).toBeDefined()
    expect(page.text()).not.toContain('Nothing has changed')
  })

  it('accepts only what is in order, with a reason', async () => {
    const page = await show(operationsView(drifted))
    expect(page.maybeButton('Accept as baseline: The policy’s access to the key')).toBeUndefined()
    await page.click(page.button('Accept as baseline: Current key version'))
    const dialog = () => document.querySelector('dialog')
    await page.click(dialogButton('Accept as baseline'))
    expect(dialog()?.textContent).toContain('Enter a reason.')
    await page.type(page.field('Reason'), 'CR 4711')
    await page.click(dialogButton('Accept as baseline'))
    expect(dialog()).toBeNull()
    const wish = { answer: 'accepted', reason: 'CR 4711' }
    expect(page.calls).toContainEqual({ name: 'wizard:send', argument: { type: 'REVIEW_CHANGE', change: 'policy key-enabled', wish } })
  })

  it('snoozes until a day, and no later than a year', async () => {
    const page = await show(operationsView(drifted))
    await page.click(page.button('Snooze: The policy’s access to the key'))
    await page.type(page.field('Reason'), 'Change window on Friday')
    await page.type(page.field('Snooze until'), '2031-01-01')
    await page.click(dialogButton('Snooze'))
    expect(document.querySelector('dialog')?.textContent).toContain('one year from now')
    const day = new Date(NOW + 5 * DAY).setHours(0, 0, 0, 0)
    await page.type(page.field('Snooze until'), dayField(day))
    await page.click(dialogButton('Snooze'))
    const wish = { answer: 'snoozed', reason: 'Change window on Friday', until: day }
    expect(page.calls).toContainEqual({ name: 'wizard:send', argument: { type: 'REVIEW_CHANGE', change: 'policy key-access', wish } })
  })

  it('folds away what is snoozed and what was accepted, with who, why and when it comes back', async () => {
    const [worse, other] = drifted.changes
    const snoozed = { until: NOW + 5 * DAY, by: 'ada@contoso.example', reason: 'Change window on Friday' }
    const accepted = { what: 'Key rotation', was: 'off', is: 'on', reason: 'CR 4711', by: 'kim@contoso.example', at: NOW }
    const changes = [...(worse ? [{ ...worse, snoozed }] : []), ...(other ? [other] : [])]
    const page = await show(operationsView({ ...drifted, changes, accepted: [accepted] }))
    expect(document.querySelectorAll('table')[0]?.textContent).not.toContain('access to the key')
    await page.click(page.button('Snoozed changes (1)'))
    expect(page.text()).toContain('ada@contoso.example: Change window on Friday')
    await page.click(page.button('Show now: The policy’s access to the key'))
    const argument = { type: 'REVIEW_CHANGE', change: 'policy key-access', wish: { answer: 'resumed' } }
    expect(page.calls).toContainEqual({ name: 'wizard:send', argument })
    await page.click(page.button('Accepted changes (1)'))
    expect(page.text()).toContain('kim@contoso.example: CR 4711')
  })

  it('offers nothing to compare where no end is on record', async () => {
    await show(operationsView())
    expect([...document.querySelectorAll('button')].map(({ textContent }) => textContent)).not.toContain('Compare with baseline')
  })
})

describe('what would happen if', () => {
  const rows = () => [...document.querySelectorAll('table[aria-label="What would happen if"] tbody tr')].map((row) => row.textContent)

  it('says which environments go offline and until when, and of each cause whether there is a warning and whether it has happened', async () => {
    const page = await show(whatIfView)
    expect(page.text()).toContain('contoso-prodDeleted 30 days after it’s locked')
    expect(rows()[0]).toBe('The key is disabledNoneYesThe key is disabled.')
    expect(rows().at(-1)).toBe('The policy is deletedNoneNo')
  })

  it('has what has happened open, and opens the rest by its button', async () => {
    const page = await show(whatIfView)
    expect(rows()).toHaveLength(3)
    expect(rows()[1]).toContain(
      'Way backEnable the key.Re-enable the environment.ProtectionLimit who can change keys.3 people can change it',
    )
    const button = page.button('The policy is deleted')
    expect(button.getAttribute('aria-expanded')).toBe('false')
    await page.click(button)
    expect(button.getAttribute('aria-expanded')).toBe('true')
    expect(document.getElementById(button.getAttribute('aria-controls') ?? '')?.textContent).toContain('Ask support.')
  })

  it('shows what both documents say where they disagree', async () => {
    const page = await show(whatIfView)
    await page.click(page.button('The policy is deleted'))
    expect(rows().at(-1)).toMatch(/It is refused\. .*Scripts.*It locks\. .*Lock and unlock.*The wizard follows: Both\./)
  })

  it('is a line until something was read', async () => {
    const { readAt: _, ...whatIf } = whatIfView.whatIf ?? { environments: [], rows: [] }
    const unread = whatIf.rows.map((row) => ({ ...row, state: 'unknown' as const }))
    const page = await show({ ...whatIfView, whatIf: { ...whatIf, rows: unread } })
    expect(rows()).toEqual([])
    await page.click(page.button('What would happen if'))
    expect(rows()).not.toEqual([])
    expect(page.text()).toContain('Not checked yet')
    expect(page.text()).not.toContain('Unknown')
  })

  it('is a line while nothing has happened, and says so', async () => {
    const { environments = [], rows: all = [], readAt = NOW } = whatIfView.whatIf ?? {}
    const calm = all.filter(({ state }) => state === 'clear')
    const page = await show({ ...whatIfView, whatIf: { environments, rows: calm, readAt } })
    expect(rows()).toEqual([])
    expect(page.text()).toContain('none has happened, checked')
    await page.click(page.button('What would happen if'))
    expect(rows()).toHaveLength(1)
  })

  it('says nothing of it for an environment that is in no policy', async () => {
    const page = await show(operationsView())
    expect(page.text()).not.toContain('What would happen if')
  })
})

describe('how long the key lasts', () => {
  const dates = { vault: 'kv-contoso', key: 'cmk', createdAt: NOW - 10 * DAY }
  const section = () => document.querySelector('h2')?.closest('main')?.textContent ?? ''

  it('is not said where no key was read', async () => {
    await show(operationsView())
    expect(section()).not.toContain('Key expiration')
  })

  it('says that there is no expiration date, and when the newest version was created', async () => {
    await show({ ...operationsView(), keyDates: dates })
    expect(section()).toMatch(/Key expirationkv-contoso · cmkNo expiration dateNov 14, 2026, .*Newest version created/)
    expect(section()).not.toContain('Today')
  })

  it.each([
    ['the days that are left', 90.5, /90 days left/],
    ['less than a day', 0.5, /Less than a day left/],
    ['that it has expired', -1, /Expired(?!:)/],
  ])('draws the line to the expiration date, and says %s', async (_what, days, words) => {
    const expires = NOW + days * DAY
    await show({ ...operationsView(), keyDates: { ...dates, expires, renewFrom: expires - 30 * DAY } })
    expect(section()).toMatch(words)
    expect(section()).toContain('Expires: users go offline')
    expect(section()).toContain('Today')
  })
})

it('the closing page tells what each word of the encryption status means, and where it stands', async () => {
  const page = await show(closingView)
  expect(page.text()).not.toContain('Open the policy.')
  await page.click(page.button('Statuses in the admin center'))
  const words = [...document.querySelectorAll('main dt')].map((term) => term.textContent)
  expect(words).toEqual(expect.arrayContaining(['Encrypted', 'Failed', 'Warning']))
  expect(document.querySelector('main')?.textContent).toContain('Open the admin center')
})

describe('checking again on the closing page', () => {
  it('is a button that says when it was read last, and keeps the focus while everything is read', async () => {
    const page = await show(closingView)
    const button = page.button('Check again')
    button.focus()
    expect(document.activeElement).toBe(button)
    await page.click(button)
    expect(page.calls).toContainEqual({ name: 'wizard:send', argument: { type: 'CHECK_AGAIN' } })
    const { closing, can } = closingView
    await page.push({
      ...closingView,
      revision: 9,
      closing: { ...closing, checking: true },
      keyMap: { ...keyMapView, checking: true },
      can: can.filter((type) => type !== 'CHECK_AGAIN'),
    })
    expect(document.activeElement).toBe(page.button('Check again'))
    expect(document.querySelector('main section[aria-busy="true"] h2')?.textContent).toBe('What was verified')
  })
})

describe('choosing the policy that follows', () => {
  const sent = (page: Awaited<ReturnType<typeof show>>) =>
    page.calls.filter(({ name }) => name === 'wizard:send').map(({ argument }) => argument)
  const radios = () => [...document.querySelectorAll<HTMLInputElement>('main input[type=radio]')]
  const step = nextPolicyView.step as StepView
  const policies = step.picture.kind === 'policies' ? step.picture : undefined

  it('names each with its geography and key, and says which could not be used', async () => {
    await show(nextPolicyView)
    const group = document.querySelector('main fieldset')
    expect(group?.querySelector('legend')?.textContent).toBe('Choose the new policy')
    expect([...(group?.querySelectorAll('label') ?? [])].map(({ textContent }) => textContent)).toEqual([
      'cmk-contoso-nextunitedstates · Key cmk-contoso-next',
      'cmk-europeeurope · Key cmk-europe · Not in the environment’s geography',
    ])
  })

  it('hands in what is picked only when the button is pressed', async () => {
    const page = await show(nextPolicyView)
    await page.click(radios()[0] as HTMLElement)
    expect(sent(page)).toEqual([])
    await page.click(page.button('Check this policy'))
    expect(sent(page)).toEqual([{ type: 'DECIDE', decision: { kind: 'choose-next-policy', policyId: '/policies/next' } }])
  })

  it('lets the machine say what is missing when nothing is picked, and goes to the list', async () => {
    const page = await show(nextPolicyView)
    await page.click(page.button('Check this policy'))
    expect(sent(page)).toEqual([{ type: 'NEXT' }])
    await page.push({
      ...nextPolicyView,
      revision: 2,
      step: { ...step, missing: { id: 1, text: 'Choose the policy first.', target: 'form' } },
    })
    expect(document.querySelector('footer')?.textContent).toContain('Choose the policy first.')
    expect(document.activeElement).toBe(radios()[0])
  })

  it('says what to do where there is no other policy, and can read again', async () => {
    const page = await show({ ...nextPolicyView, step: { ...step, picture: { kind: 'policies', policies: [], rows: [] } } })
    expect(page.text()).toContain('The subscription has no other encryption policy.')
    expect(radios()).toEqual([])
    await page.click(page.button('Check again'))
    expect(sent(page)).toEqual([{ type: 'CHECK_AGAIN' }])
  })

  it('shows both once one is chosen, and the way back to the list', async () => {
    const rows = [
      { label: 'Policy now', value: 'cmk-contoso', copyable: false },
      { label: 'Policy to change to', value: 'cmk-contoso-next', copyable: false },
    ]
    const picture = { ...policies, kind: 'policies', policies: policies?.policies ?? [], rows, chosen: '/policies/next' } as const
    const page = await show({ ...nextPolicyView, step: { ...step, phase: 'reviewing', picture } })
    expect(radios()).toEqual([])
    await page.click(page.button('Environment and policy'))
    expect(page.text()).toContain('Policy to change to')
    await page.click(page.button('Choose another policy'))
    expect(sent(page)).toEqual([{ type: 'CHANGE_CHOICES' }])
  })
})
