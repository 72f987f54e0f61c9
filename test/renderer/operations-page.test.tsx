// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { DAY } from '#machines/engine/durations.ts'
import type { DriftView, WizardView } from '#messages/view.ts'
import { showFinding } from '#renderer/step/finding-id.ts'
import { dayField } from '#renderer/step/local-time.ts'
import { closingView, driftedView, inStep, keyMapView, nextPolicyView, operationsView, refusal, stepView } from './views.ts'
import { primaryButtons, radios, sent, show } from './window.tsx'

function dialogButton(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll<HTMLButtonElement>('dialog button')].find(({ textContent }) => textContent === name)
  if (!found) throw new Error(`The dialog has no ${name}`)
  return found
}

const { now } = driftedView
const compared = driftedView.operations.drift
const worse = compared?.changes.find(({ key }) => key === 'policy key-access')
const { drift: uncompared } = operationsView.operations
if (!compared || !worse || !uncompared) throw new Error('The walk compared nothing.')

const { remedy: _remedy, ...acceptable } = worse

/** One change is for the worse, and a person may accept the other one. */
const drifted: DriftView = {
  ...compared,
  changes: [
    { ...worse, maySnooze: true },
    { ...acceptable, maySnooze: true, key: 'policy key-enabled', what: 'Current key version', turn: 'other', mayAccept: true },
  ],
}

/** The page without what else was read of the key. @param drift what has changed; nothing is recorded without it */
function operations(drift?: DriftView): WizardView {
  const { operations: shown, whatIf: _whatIf, keyDates: _keyDates, ...view } = driftedView
  const { drift: _drift, ...rest } = shown
  const can = view.can.filter((type) => drift || (type !== 'CHECK_AGAIN' && type !== 'REVIEW_CHANGE'))
  return { ...view, can, operations: { ...rest, ...(drift ? { drift } : {}) } }
}

/** The same, with nothing that can't wait. */
function calm(drift?: DriftView): WizardView {
  const { emergency: _emergency, ...view } = operations(drift)
  return view
}

describe('an environment that is locked', () => {
  it('has its way back first, in red, with when it is deleted and the button, and says it on every page', async () => {
    const text = 'Offline for users. Deletion 30 days after the lock'
    const locked = { ...operations(), emergency: { operation: 're-enable', title: 'Re-enable after a lock', text } }
    const page = await show(locked)
    const card = document.querySelector('main section')
    expect(card?.textContent).toMatch(/^EmergencyLocked: .*Deletion 30 days after the lock/)
    expect(primaryButtons()).toEqual([page.button('Re-enable after a lock').textContent])
    await page.click(page.button('Re-enable after a lock'))
    expect(sent(page)).toEqual([{ type: 'OPEN_OPERATION', operation: 're-enable' }])
    await page.push({ ...stepView({}, { can: ['GO_TO_PAGE', 'NEXT'] }), emergency: locked.emergency, revision: 5 })
    expect(document.querySelector('[role=status]')?.textContent).toContain(text)
    expect(document.querySelector('nav[aria-label=Steps]')?.textContent).toContain(text)
    expect(document.querySelector('[role=status]')?.textContent).toContain('restore the access to the key')
    await page.push({ ...stepView({}, { can: ['GO_TO_PAGE', 'NEXT'] }), emergency: { ...locked.emergency, keyIsBack: true }, revision: 6 })
    expect(document.querySelector('[role=status]')?.textContent).toContain('Locked: the key can be used again. Re-enable the environment')
    await page.click(page.button('Re-enable after a lock'))
    expect(sent(page).slice(-2)).toEqual([
      { type: 'GO_TO_PAGE', page: 'operations' },
      { type: 'OPEN_OPERATION', operation: 're-enable' },
    ])
  })
})

it('snoozes a change only where that can wait', async () => {
  const buttons = async (maySnooze: boolean) => {
    const page = await show(operations({ ...compared, changes: [{ ...worse, maySnooze }] }))
    return page.maybeButton(`Snooze: ${worse.what}`) !== undefined
  }
  // That environment is locked.
  expect([worse.maySnooze, await buttons(true), await buttons(false)]).toEqual([false, true, false])
})

it('an environment in another policy says so on every page, with both ways out of it', async () => {
  const { emergency: _emergency, ...step } = stepView({}, { can: ['GO_TO_PAGE', 'NEXT'] })
  const ways = [
    { operation: 'change', title: 'Change to another policy' },
    { operation: 'revert', title: 'Return to the Microsoft-managed key' },
  ]
  const otherPolicy = {
    text: 'Connected to another policy: ep-legacy',
    step: 'membership',
    environmentId: 'e',
    chosen: 'cmk-contoso',
    ways,
  }
  const page = await show({ ...step, otherPolicy })
  expect(document.querySelector('[role=status]')?.textContent).toContain('Connected to another policy: ep-legacy')
  for (const { operation, title } of ways) {
    await page.click(page.button(title))
    expect(sent(page).slice(-2)).toEqual([
      { type: 'GO_TO_PAGE', page: 'operations' },
      { type: 'OPEN_OPERATION', operation },
    ])
  }
})

describe('the page on which it is decided which policy is used', () => {
  const held = { subscriptionId: 's', resourceGroup: 'rg-legacy', policyName: 'ep-legacy' }
  const ways = [{ operation: 'change', title: 'Change to another policy' }]
  const elsewhere = (given: Partial<WizardView['otherPolicy']> = { held }): WizardView => {
    const { emergency: _emergency, ...view } = stepView({ id: 'membership' }, { can: ['GO_TO_PAGE', 'GO_TO_STEP'] })
    const otherPolicy = {
      text: 'Connected to another policy: ep-legacy',
      step: 'membership',
      environmentId: 'e',
      chosen: 'cmk-contoso',
      ways,
    }
    return { ...view, situation: { kind: 'wrong-policy' }, otherPolicy: { ...otherPolicy, ...given } }
  }

  it('is headed by the other policy, and offers to stay, first, and to change', async () => {
    const page = await show(elsewhere())
    expect(document.querySelector('h1')?.textContent).toBe('Connected to another policy: ep-legacy')
    expect(document.querySelector('[role=status]')?.textContent).not.toContain('ep-legacy')
    expect(primaryButtons()).toEqual(['Use ep-legacy'])
    await page.click(page.button('Change to cmk-contoso'))
    await page.click(page.button('Use ep-legacy'))
    expect(sent(page)).toEqual([
      { type: 'GO_TO_PAGE', page: 'operations' },
      { type: 'OPEN_OPERATION', operation: 'change' },
      { type: 'GO_TO_STEP', step: 'policy' },
    ])
  })

  it('opens the form of step 3 once that was read, and only then', async () => {
    const page = await show(elsewhere())
    await page.click(page.button('Use ep-legacy'))
    const policy = (phase: 'reading' | 'reviewing', revision: number) =>
      page.push(stepView({ id: 'policy', phase }, { can: ['CHANGE_CHOICES'], revision }))
    await policy('reading', 5)
    expect(sent(page)).toHaveLength(1)
    await policy('reviewing', 6)
    await policy('reviewing', 7)
    expect(sent(page).slice(1)).toEqual([{ type: 'CHANGE_CHOICES' }])
  })

  it('offers only the change where the policy’s ID isn’t known', async () => {
    const page = await show(elsewhere({}))
    expect(primaryButtons()).toEqual([])
    expect(page.maybeButton('Change to cmk-contoso')).toBeDefined()
  })
})

describe('a key that expires soon', () => {
  const expires = now + 20 * DAY
  it.each([
    ['from the moment on that a person must rotate it', now - DAY, true],
    ['but not before its rotation policy had its time', now + 10 * DAY, false],
  ])('comes first %s', async (_what, rotateFrom, isFirst) => {
    const page = await show({ ...calm(), keyDates: { vault: 'v', key: 'k', expires, rotateFrom } })
    expect(page.text().includes('Rotate it')).toBe(isFirst)
  })
})

describe('steps that weren’t checked since the last start', () => {
  const list = { ...driftedView.operations, drift: uncompared, unchecked: true as const }
  const unchecked = { ...calm(uncompared), operations: list }
  const first = () => document.querySelector('main section')?.textContent ?? ''

  it('come first, with the button that checks them', async () => {
    const page = await show(unchecked)
    expect(first()).toMatch(/Steps 1 to 4 weren’t checked since the last start or change/)
    await page.click(page.button('Check all steps'))
    expect(sent(page)).toEqual([{ type: 'CHECK_AGAIN' }])
    await page.push({ ...unchecked, operations: { ...list, drift: { ...uncompared, reading: true } }, revision: 9 })
    expect(first()).toContain('Checking everything again')
    expect(first()).not.toContain('Nothing to do')
  })

  it('are checked on the page of all checks where nothing can be compared', async () => {
    const { drift: _drift, ...rest } = list
    const page = await show({
      ...unchecked,
      operations: rest,
      can: [...unchecked.can.filter((type) => type !== 'CHECK_AGAIN'), 'GO_TO_PAGE'],
    })
    await page.click(page.button('Check all steps'))
    expect(sent(page)).toEqual([{ type: 'GO_TO_PAGE', page: 'preflight' }])
  })
})

describe('what has changed since the end', () => {
  it('is a table of what, then, now and who, the worst marked by a word', async () => {
    await show(operations(drifted))
    const table = document.querySelector('table')
    expect([...(table?.querySelectorAll('thead th') ?? [])].map((head) => head.textContent)).toEqual([
      'What',
      'Baseline',
      'Now',
      'Who can resolve it',
    ])
    const rows = [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => row.textContent)
    expect(rows[0]).toMatch(/The policy’s access to the key.*Worse.*Key vault admin.*Assign Key Vault Crypto Service Encryption User/)
    expect(rows[1]).toMatch(/Current key version.*Changed.*Key vault adminNo action needed\. Check whether/)
  })

  it.each([
    ['that it is being read', operations({ ...uncompared, reading: true }), 'Checking everything again'],
    [
      'why it could not be compared',
      operations({ ...uncompared, problem: { title: 'Not read', meaning: 'm', remedy: 'r', owner: 'you', refusal } }),
      'Not read',
    ],
    ['that there is no end to compare with', operations(), 'no baseline yet'],
    ['when the end was recorded', operations(uncompared), 'Changes since the baselinesaved today'],
  ])('says %s', async (_what, view, words) => {
    const page = await show(view)
    expect(page.text()).toContain(words)
  })

  it.each([
    ['that nothing has changed', calm({ ...drifted, changes: [] }), 'Nothing has changed'],
    ['who recorded the end', calm(uncompared), 'by ada@contoso.example'],
    ['when an end is recorded', calm(), 'once all four steps are verified'],
  ])('says %s once it is opened', async (_what, view, words) => {
    const page = await show(view)
    expect(page.text()).not.toContain(words)
    await page.click(page.button('Changes since the baseline'))
    expect(page.text()).toContain(words)
  })

  it('compares when it is asked to, also once more, and keeps its button meanwhile', async () => {
    const page = await show(calm(uncompared))
    await page.click(page.button('Changes since the baseline'))
    await page.click(page.button('Compare with baseline'))
    expect(sent(page)).toEqual([{ type: 'CHECK_AGAIN' }])
    await page.push({ ...calm({ ...uncompared, reading: true }), revision: 9 })
    expect(page.button('Compare with baseline')).toBeDefined()
    expect(page.text()).not.toContain('Nothing has changed')
  })

  it('accepts only what is in order, with a reason', async () => {
    const page = await show(operations(drifted))
    expect(page.maybeButton('Accept as baseline: The policy’s access to the key')).toBeUndefined()
    await page.click(page.button('Accept as baseline: Current key version'))
    const dialog = () => document.querySelector('dialog')
    await page.click(dialogButton('Accept as baseline'))
    expect(dialog()?.textContent).toContain('Enter a reason.')
    await page.type(page.field('Reason'), 'CR 4711')
    await page.click(dialogButton('Accept as baseline'))
    expect(dialog()).toBeNull()
    const wish = { answer: 'accepted', reason: 'CR 4711' }
    expect(sent(page)).toContainEqual({ type: 'REVIEW_CHANGE', change: 'policy key-enabled', wish })
  })

  it('snoozes until a day, and no later than a year', async () => {
    const page = await show(operations(drifted))
    await page.click(page.button('Snooze: The policy’s access to the key'))
    await page.type(page.field('Reason'), 'Change window on Friday')
    await page.type(page.field('Snooze until'), '2031-01-01')
    await page.click(dialogButton('Snooze'))
    expect(document.querySelector('dialog')?.textContent).toContain('one year from now')
    const day = new Date(now + 5 * DAY).setHours(0, 0, 0, 0)
    await page.type(page.field('Snooze until'), dayField(day))
    await page.click(dialogButton('Snooze'))
    const wish = { answer: 'snoozed', reason: 'Change window on Friday', until: day }
    expect(sent(page)).toContainEqual({ type: 'REVIEW_CHANGE', change: 'policy key-access', wish })
  })

  it('folds away what is snoozed and what was accepted, with who, why and when it comes back', async () => {
    const [worse, other] = drifted.changes
    const snoozed = { until: now + 5 * DAY, by: 'ada@contoso.example', reason: 'Change window on Friday' }
    const accepted = { what: 'Key rotation', was: 'off', is: 'on', reason: 'CR 4711', by: 'kim@contoso.example', at: now }
    const changes = [...(worse ? [{ ...worse, snoozed }] : []), ...(other ? [other] : [])]
    const page = await show(operations({ ...drifted, changes, accepted: [accepted] }))
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
    const page = await show(calm())
    await page.click(page.button('Changes since the baseline'))
    expect([...document.querySelectorAll('button')].map(({ textContent }) => textContent)).not.toContain('Compare with baseline')
  })
})

describe('what would happen if', () => {
  const rows = () =>
    [...document.querySelectorAll('table[aria-label="What takes the environment offline"] tbody tr')].map((row) => row.textContent)

  it('says which environments go offline and until when, and of each cause whether there is a warning and whether it has happened', async () => {
    const page = await show(driftedView)
    expect(page.text()).toContain('contoso-prodA production environment is deleted 30 days after it’s locked')
    expect(rows()[0]).toBe('The policy loses its key accessNoneYesThe policy has no role on the key store that can use keys.')
    expect(rows().at(-1)).toBe('The key expiresNo expiration dateNo')
  })

  it('has what has happened open, and opens the rest by its button', async () => {
    const page = await show(driftedView)
    expect(rows()).toHaveLength(10)
    expect(rows()[1]).toMatch(/^Way backIn the Azure portal.*Re-enable environment.*ProtectionPut a CanNotDelete lock on the key store/)
    const button = page.button('The key is deleted')
    expect(button.getAttribute('aria-expanded')).toBe('false')
    await page.click(button)
    expect(button.getAttribute('aria-expanded')).toBe('true')
    const inside = document.getElementById(button.getAttribute('aria-controls') ?? '')?.textContent
    expect(inside).toMatch(/Select the key and recover it\..*ProtectionSoft delete.*Purge protection is on/)
  })

  it('shows what both documents say where they disagree', async () => {
    const page = await show(driftedView)
    await page.click(page.button('The policy is deleted'))
    const said = rows().find((row) => row?.includes('Documents disagree') || row?.includes('Refused while'))
    expect(said).toMatch(/Refused while.*scripts.*Locks every environment.*Lock and unlock.*The wizard follows: Both/)
  })

  it('is a line until something was read', async () => {
    const { readAt: _, ...whatIf } = driftedView.whatIf ?? { environments: [], rows: [] }
    const unread = whatIf.rows.map((row) => ({ ...row, state: 'unknown' as const }))
    const page = await show({ ...driftedView, whatIf: { ...whatIf, rows: unread } })
    expect(rows()).toEqual([])
    await page.click(page.button('What takes the environment offline'))
    expect(rows()).not.toEqual([])
    expect(page.text()).toContain('Not checked yet')
    expect(page.text()).not.toContain('Unknown')
  })

  it('is a line while nothing has happened, and says so', async () => {
    const page = await show(operationsView)
    expect(rows()).toEqual([])
    expect(page.text()).toContain('none has happened, checked')
    await page.click(page.button('What takes the environment offline'))
    expect(rows()).toHaveLength(9)
  })

  it('says nothing of it for an environment that is in no policy', async () => {
    const page = await show(operations())
    expect(page.text()).not.toContain('What takes the environment offline')
  })
})

describe('how long the key lasts', () => {
  const dates = operationsView.keyDates
  if (!dates) throw new Error('The walk read no key.')
  const section = () => document.querySelector('h2')?.closest('main')?.textContent ?? ''

  it('is not said where no key was read', async () => {
    await show(operations())
    expect(section()).not.toContain('Key expiration')
  })

  it('says that there is no expiration date, and when the newest version was created', async () => {
    const page = await show(operationsView)
    expect(section()).toContain('Key expirationno expiration date')
    await page.click(page.button('Key expiration'))
    expect(section()).toMatch(/kv-contoso-cmk · cmk-contoso-prodMay 8, 2026, .*Newest version created/)
    expect(section()).not.toContain('Today')
  })

  it.each([
    ['the days that are left', 90.5, /90 days left/],
    ['less than a day', 0.5, /Less than a day left/],
    ['that it has expired', -1, /Expired(?!:)/],
  ])('draws the line to the expiration date, and says %s', async (_what, days, words) => {
    const expires = now + days * DAY
    await show({ ...operations(), keyDates: { ...dates, expires, rotateFrom: expires - 60 * DAY } })
    expect(section()).toMatch(words)
    expect(section()).toContain('Expires: users go offline')
    expect(section()).toContain('Today')
  })
})

describe('the operations', () => {
  const lines = () => [...document.querySelectorAll('main li')].map(({ textContent }) => textContent)

  it('are lines of what each is and whether users go offline, without the one that applies first', async () => {
    const page = await show(operationsView)
    expect(primaryButtons()).toEqual(['Protect the key'])
    expect(lines()).toEqual([
      'Rotate the keyNo downtimeUp to 24 hours',
      'Add another environmentDowntimeUp to 4 days',
      'Change to another policyDowntimeTwo outages, the second up to four days',
      'Return to the Microsoft-managed keyDowntimeNot documented; plan at least 4 days',
    ])
    await page.click(page.button('Rotate the key'))
    expect(sent(page)).toEqual([{ type: 'OPEN_OPERATION', operation: 'rotate' }])
  })

  it('and what is folded below them are parts of the page, each under a heading', async () => {
    await show(operationsView)
    const headings = [...document.querySelectorAll('main section[aria-labelledby] > div > h2')]
    expect(headings.map(({ textContent }) => textContent)).toEqual([
      'Operations',
      'What takes the environment offline',
      'Key expiration',
      'Dates to remember',
      'Changes since the baseline',
    ])
    for (const button of document.querySelectorAll('main h2 button')) expect(button.getAttribute('aria-expanded')).toBe('false')
  })
})

describe('the dates to remember', () => {
  it('are folded to the first of them, and saved for a calendar', async () => {
    const page = await show(operationsView)
    expect(page.text()).toContain('Dates to rememberNov 24, 2027')
    await page.click(page.button('Dates to remember'))
    expect(page.text()).toContain('Review the customer-managed key')
    await page.click(page.button('Save calendar file'))
    expect(page.calls).toContainEqual({ name: 'calendar:save', argument: {} })
    expect(page.text()).not.toContain('Import it again')
  })

  it('say once they are saved how they are updated', async () => {
    const page = await show(operationsView)
    page.give('calendar:save', { savedAs: 'cmk-dates.ics' })
    await page.click(page.button('Dates to remember'))
    await page.click(page.button('Save calendar file'))
    expect(page.text()).toContain('cmk-dates.ics')
    expect(page.text()).toContain('Import it again later to update the dates.')
  })
})

it('the closing page tells what each word of the encryption status means, and where it stands', async () => {
  const page = await show(closingView)
  expect(page.text()).not.toContain('Under Environments with this policy')
  await page.click(page.button('Statuses in the admin center'))
  const words = [...document.querySelectorAll('main dt')].map((term) => term.textContent)
  expect(words).toEqual(expect.arrayContaining(['Encrypted', 'Failed', 'Warning']))
  expect(document.querySelector('main')?.textContent).toContain('Open the Power Platform admin center')
})

it('the closing page says each warning in a line with its owner, which the map opens to what to do', async () => {
  const page = await show(closingView)
  const lines = () => [...document.querySelectorAll<HTMLElement>('main h3')].map(({ textContent }) => textContent)
  expect(lines()).toEqual(closingView.closing.warnings.map(({ title }) => `Warning ${title}`))
  const last = closingView.closing.warnings.find(({ key }) => key === 'key-in-use')
  if (last === undefined) throw new Error('The walk ends with a warning.')
  expect(page.text()).not.toContain(last.remedy)
  await act(async () => showFinding('key-in-use'))
  expect(page.text()).toContain(last.remedy)
  expect(document.activeElement?.textContent).toBe(`Warning ${last.title}`)
  await act(async () => showFinding('key-in-use'))
  expect(page.text()).toContain(last.remedy)
})

describe('checking again on the closing page', () => {
  it('is a button that says when it was read last, and keeps the focus while everything is read', async () => {
    const page = await show(closingView)
    const button = page.button('Check again')
    button.focus()
    expect(document.activeElement).toBe(button)
    await page.click(button)
    expect(sent(page)).toEqual([{ type: 'CHECK_AGAIN' }])
    const { closing, can } = closingView
    await page.push({
      ...closingView,
      revision: 9,
      closing: { ...closing, checking: true },
      keyMap: { ...keyMapView, checking: true },
      can: can.filter((type) => type !== 'CHECK_AGAIN'),
    })
    expect(document.activeElement).toBe(page.button('Check again'))
    expect(document.querySelector('main section[aria-busy="true"] h2')?.textContent).toBe('Everything else')
  })
})

describe('choosing the policy that follows', () => {
  const { picture } = nextPolicyView.step
  const [next] = picture.kind === 'policies' ? picture.policies : []
  if (picture.kind !== 'policies' || !next) throw new Error('The walk found no other policy.')
  const europe = { ...next, id: '/policies/europe', name: 'cmk-europe', location: 'Europe', keyName: 'cmk-europe', fits: false }
  const choosing = inStep(nextPolicyView, { picture: { ...picture, policies: [next, europe] } })

  it('names each with its geography and key, and says which could not be used', async () => {
    await show(choosing)
    const group = document.querySelector('main fieldset')
    expect(group?.querySelector('legend')?.textContent).toBe('Choose the new policy')
    expect([...(group?.querySelectorAll('label') ?? [])].map(({ textContent }) => textContent)).toEqual([
      'cmk-contoso-nextUnited States · Key cmk-contoso-next',
      'cmk-europeEurope · Key cmk-europe · Not in the environment’s geography',
    ])
  })

  it('hands in what is picked only when the button is pressed', async () => {
    const page = await show(choosing)
    await page.click(radios()[0] as HTMLElement)
    expect(sent(page)).toEqual([])
    await page.click(page.button('Check this policy'))
    expect(sent(page)).toEqual([{ type: 'DECIDE', decision: { kind: 'choose-next-policy', policyId: next.id } }])
  })

  it('lets the machine say what is missing when nothing is picked, and goes to the list', async () => {
    const page = await show(choosing)
    await page.click(page.button('Check this policy'))
    expect(sent(page)).toEqual([{ type: 'NEXT' }])
    await page.push(inStep(choosing, { missing: { id: 1, text: 'Choose the policy first.', target: 'form' } }, { revision: 2 }))
    expect(document.querySelector('footer')?.textContent).toContain('Choose the policy first.')
    expect(document.activeElement).toBe(radios()[0])
  })

  it('says what to do where there is no other policy, and can read again', async () => {
    const page = await show(inStep(choosing, { picture: { kind: 'policies', policies: [], rows: [] } }))
    expect(page.text()).toContain('The subscription has no other encryption policy.')
    expect(radios()).toEqual([])
    await page.click(page.button('Check again'))
    expect(sent(page)).toEqual([{ type: 'CHECK_AGAIN' }])
  })

  it('says not that there is no other policy where the list wasn’t or couldn’t be read', async () => {
    const problem = { title: 'Couldn’t read the list of policies', meaning: 'm', remedy: 'r', owner: 'you' } as const
    const page = await show(inStep(choosing, { picture: { kind: 'policies', policies: [], rows: [], problem } }))
    expect(page.text()).toContain(problem.title)
    expect(page.text()).not.toContain('no other encryption policy')
    await page.push(inStep(choosing, { picture: { kind: 'policies', policies: [], rows: [], notListed: true } }, { revision: 2 }))
    expect(page.text()).not.toContain('no other encryption policy')
  })

  it('shows both once one is chosen, and the way back to the list', async () => {
    const rows = [...picture.rows, { label: 'Policy to change to', value: next.name, copyable: false }]
    const chosen = { phase: 'reviewing', picture: { ...picture, rows, chosen: next.id } } as const
    const page = await show(inStep(choosing, chosen, { can: [...choosing.can, 'CHANGE_CHOICES'] }))
    expect(radios()).toEqual([])
    await page.click(page.button('Environment and policy'))
    expect(page.text()).toContain('Policy to change to')
    await page.click(page.button('Choose another policy'))
    expect(sent(page)).toEqual([{ type: 'CHANGE_CHOICES' }])
  })
})
