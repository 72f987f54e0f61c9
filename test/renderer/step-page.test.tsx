// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '#machines/engine/durations.ts'
import { definitions } from '#machines/procedure/procedure.ts'
import type { FindingView, StepView } from '#messages/view.ts'
import { ANSWERED, answerTo } from '#renderer/step/answers.ts'
import { dayField, startOfDayIn } from '#renderer/step/local-time.ts'
import { strings } from '../strings.ts'
import {
  applyingView,
  change,
  closingView,
  confirmed,
  confirmingView,
  endedView,
  fail,
  inStep,
  link,
  passed,
  pausingView,
  planned,
  policyFormView,
  refusal,
  stepView,
  stoppedView,
  toConfirm,
  unreadable,
  verifiedView,
  waitingView,
  warning,
} from './views.ts'
import { copied, primaryButtons, sent, show } from './window.tsx'

const cards = () => [...document.querySelectorAll('main li')].filter((item) => item.querySelector('h3') !== null)

describe('what was found', () => {
  it('shows the service’s own words as text, with code, status and correlation id, and never as markup', async () => {
    await show(stepView({ findings: [unreadable] }))
    const words = document.querySelector('main pre')
    expect(words?.textContent).toBe(
      '403 AuthorizationFailed\nThe client does not have authorization. <b>bold</b>\nRequest: GET /subscriptions/…/vaults/kv-contoso-cmk\nCorrelation ID: b03e1e6d-73db-4367-90e1-2e378bf7e2fc',
    )
    expect(document.querySelector('main pre b')).toBeNull()
  })

  it('says how each finding stands in a word, who can put it right, and its id', async () => {
    const page = await show(stepView({ findings: [fail, toConfirm, { ...unreadable, attestable: false }, warning, planned] }))
    await page.click(page.button('Fix planned1'))
    expect(cards().map((card) => card.querySelector('span')?.textContent)).toEqual([
      'Action required',
      'Confirm',
      'Not checked',
      'Warning',
      'Fix planned',
    ])
    expect(cards()[0]?.textContent).toContain('Key vault admin')
    expect(cards()[0]?.textContent).toContain('F-401')
  })

  it('names the document and the heading that it goes by in its details, and opens the document by ID', async () => {
    const page = await show(stepView({ findings: [fail] }))
    const { id, title, heading } = fail.source
    expect(heading).toBe('Create an Azure paid subscription and key vault')
    expect(cards()[0]?.querySelector('details')?.textContent).toMatch(new RegExp(`Source${title}${heading} · Updated `))
    await page.click(page.button(title))
    expect(page.calls).toContainEqual({ name: 'links:open', argument: { source: id, heading } })
  })

  it('folds what is settled and what the plan fixes into a line each with their counts, and shows them when asked', async () => {
    const page = await show(stepView({ findings: [fail, planned, passed, confirmed] }))
    expect(cards()).toHaveLength(1)
    expect(page.button('Action required1').getAttribute('aria-expanded')).toBe('true')
    expect(page.button('Fix planned1').getAttribute('aria-expanded')).toBe('false')
    expect(page.text()).not.toContain('Soft delete is on')
    await page.click(page.button('Passed2'))
    expect(page.text()).toContain('Soft delete is on')
    expect(page.text()).toContain('Confirmed by ada@contoso.example')
    expect(page.button('Passed2').getAttribute('aria-expanded')).toBe('true')
  })

  it('is read by name and copied by ID', async () => {
    const picture = {
      kind: 'noted',
      rows: [{ label: 'Policy', value: 'cmk-contoso', id: '/subscriptions/s/cmk-contoso', copyable: true }],
    } as const
    const page = await show(stepView({ picture }))
    expect(page.text()).toContain('cmk-contoso')
    expect(page.text()).not.toContain('/subscriptions/')
    await page.click(page.button('Copy ID: Policy'))
    expect(page.calls).toContainEqual(expect.objectContaining({ argument: { text: '/subscriptions/s/cmk-contoso' } }))
  })

  it('comes before what was noted as long as something is in the way', async () => {
    const picture = { kind: 'noted', rows: [{ label: 'Environment ID', value: '3c9e7b14', copyable: true }] } as const
    const headings = () => [...document.querySelectorAll('main h2')].map(({ textContent }) => textContent)
    const page = await show(stepView({ picture, findings: [fail] }))
    expect(headings()).toEqual(['What we found', 'What to note'])
    await page.push(stepView({ picture, findings: [passed] }, { revision: 2 }))
    expect(headings()).toEqual(['What to note', 'What we found'])
  })

  it('asks for the right environment beside both its names, and says where they differ', async () => {
    const names = {
      operations: { name: 'contoso-production', address: 'https://contoso-production.operations.dynamics.com/', differsFrom: 12 },
      platform: { name: 'Contoso Prod', type: 'Production', region: 'United States' },
    }
    const picture = { kind: 'noted', rows: [{ label: 'Environment ID', value: '3c9e7b14', copyable: true }], names } as const
    const finding = { ...toConfirm, key: 'environment-noted' }
    const task = { now: finding.title, finding: finding.key }
    const page = await show(stepView({ picture, findings: [finding], task }, { can: ['ATTEST', 'GO_TO_STEP'] }))
    expect([...document.querySelectorAll('main dl dd')].map(({ textContent }) => textContent).slice(0, 2)).toEqual([
      'contoso-production (Differs from Contoso Prod)contoso-production.operations.dynamics.com',
      'Contoso ProdProduction United States',
    ])
    expect(document.querySelector('mark')?.textContent).toBe('uction')
    await page.click(page.button('Copy question for a colleague'))
    expect(copied(page)).toContainEqual({ text: expect.stringContaining('https://contoso-production.operations.dynamics.com/') })
    await page.click(page.button('No, choose another'))
    await page.click(page.button('Yes, it’s the right one'))
    expect(sent(page)).toEqual([
      { type: 'GO_TO_STEP', step: 'integration' },
      { type: 'ATTEST', key: 'environment-noted' },
    ])
  })

  it('doesn’t ask it where the environment couldn’t be read', async () => {
    const finding = { ...toConfirm, key: 'environment-noted', refusal }
    const page = await show(stepView({ findings: [finding], task: { now: finding.title, finding: finding.key } }))
    expect(document.querySelector('mark')).toBeNull()
    expect(page.maybeButton('No, choose another')).toBeUndefined()
    // Another person has said it: the answer is about their word.
    await page.click(page.button('Yes, I rely on it'))
    expect(sent(page)).toEqual([{ type: 'ATTEST', key: finding.key }])
  })

  it('offers to do it, to do it by hand, and to send a message to whoever can', async () => {
    const page = await show(stepView({ findings: [fail] }))
    await page.click(page.button('Add to plan'))
    await page.click(page.button('Copy message to the key vault admin'))
    expect(sent(page)).toEqual([{ type: 'DECIDE', decision: { kind: 'turn-on-purge-protection' } }])
    expect(copied(page)).toContainEqual({ text: fail.message })
    expect(document.querySelector('[role=status]')?.textContent).toBe('Copied the message.')

    await page.click(page.button('Manual steps'))
    expect(cards()[0]?.textContent).toContain('Select Enable purge protection and save.')
    await page.click(page.button('Open the key store in the Azure portal'))
    expect(page.calls).toContainEqual({ name: 'links:open', argument: { link: 'azure-vault' } })
  })

  it('offers nothing that the machine does not take now', async () => {
    const page = await show(stepView({ findings: [fail, toConfirm] }, { can: ['NEXT'], decisions: [] }))
    expect(page.maybeButton('Add to plan')).toBeUndefined()
    expect(page.maybeButton(answerTo(toConfirm, strings.findings))).toBeUndefined()
    expect(page.maybeButton('Check again')).toBeUndefined()
    expect(page.maybeButton('Back')).toBeUndefined()
  })

  it.each([
    ['policy-region', 'Yes, I confirm this'],
    ['environment-noted', 'Yes, it’s the right one'],
    ['licences-in-place', 'Yes, they have the licenses'],
    ['coverage-unsure', 'Continue without knowing'],
  ])('lets a person answer what no service can tell, in words of the question: %s', async (key, answer) => {
    const page = await show(stepView({ findings: [{ ...toConfirm, key }] }))
    await page.click(page.button(answer))
    expect(sent(page)).toEqual([{ type: 'ATTEST', key }])
  })

  it('unfolds the group and the steps of what the card leads to, where a person folded it', async () => {
    const page = await show(stepView({ findings: [{ ...fail, message: '' }, toConfirm] }, { can: ['NEXT'], decisions: [] }))
    const title = () => document.querySelector(`[id="finding-${fail.key}"]`)
    await page.click(page.button('Action required1'))
    expect(title()).toBeNull()
    await page.click(page.button('Show what to do'))
    expect(title()?.textContent).toBe(fail.title)
    expect(document.activeElement).toBe(title())
    expect(page.button('Manual steps').getAttribute('aria-expanded')).toBe('true')
    await page.click(page.button('Show what to do'))
    expect(page.button('Manual steps').getAttribute('aria-expanded')).toBe('true')
  })

  it('has an answer only to what a check asks', async () => {
    const asked = (await definitions()).flatMap(({ checks }) => checks.map(({ key }) => key))
    expect(ANSWERED.filter((key) => !asked.includes(key))).toEqual([])
  })

  it('takes the date on which a partner’s access ends, from tomorrow on', async () => {
    const partner = { ...toConfirm, key: 'partner-relationship', id: 'F-118' as const }
    const page = await show(stepView({ findings: [partner] }, { decisions: ['note-partner-end'] }))
    await page.click(page.button('Enter end date'))
    await page.click(page.button('Save date'))
    expect(page.text()).toContain('Choose a date from tomorrow to two years from now.')
    expect(document.querySelectorAll('input[type=date], input[type=datetime-local]')).toHaveLength(0)
    await page.type(page.field('End date'), dayField(Date.now() + 60 * DAY))
    await page.click(page.button('Save date'))
    const endsAt = startOfDayIn(dayField(Date.now() + 60 * DAY))
    expect(sent(page)).toEqual([{ type: 'DECIDE', decision: { kind: 'note-partner-end', endsAt } }])
    await page.push(stepView({ findings: [partner] }, { decisions: [], revision: 2 }))
    expect(page.maybeButton('Enter end date')).toBeUndefined()
  })

  it('keeps what was seen while it reads again, and says from when it is', async () => {
    const page = await show(stepView({ findings: [fail] }))
    expect(page.text()).not.toContain('These results are from')
    await page.push(stepView({ findings: [fail], phase: 'reading' }, { revision: 2 }))
    expect(page.text()).toMatch(/Checking again. These results are from (today|yesterday)/)
    expect(page.text()).toContain(fail.title)
    expect(document.querySelector('main [aria-busy=true]')).not.toBeNull()
  })

  it('shows the shape of what is to come at the first reading', async () => {
    const { checkedAt: _, ...unread } = stepView({ phase: 'reading' }).step as StepView
    const page = await show({ ...stepView({}), step: unread })
    expect(page.text()).toContain('Checking with Microsoft’s services')
    expect(document.querySelectorAll('main [aria-hidden=true] > div')).toHaveLength(3)
  })
})

describe('the one finding in the way', () => {
  const asking = (findings: readonly FindingView[], finding: string) =>
    stepView({ findings, task: { now: toConfirm.title, finding } }, { can: ['ATTEST'] })

  it('stands in the card alone, and the list below has the others', async () => {
    const page = await show(asking([toConfirm, warning], toConfirm.key))
    const titles = () => [...document.querySelectorAll('main :is(h2, h3)')].map(({ textContent }) => textContent)
    expect(titles()).toEqual([toConfirm.title, 'What we found', warning.title])
    expect(page.text().split(toConfirm.title)).toHaveLength(2)
    expect(page.text()).toContain(toConfirm.remedy)
    await page.push({ ...asking([toConfirm, warning], 'gone'), revision: 2 })
    expect(titles()).toEqual(['What we found', toConfirm.title, warning.title])
  })

  it('has each of its buttons once', async () => {
    const page = await show(asking([toConfirm], toConfirm.key))
    const labels = [...document.querySelectorAll('main section[data-task] button')].map(({ textContent }) => textContent)
    expect(new Set(labels).size).toBe(labels.length)
    await page.click(page.button(labels[0] ?? ''))
    expect(sent(page)).toEqual([{ type: 'ATTEST', key: toConfirm.key }])
  })
})

describe('going on', () => {
  it('too early says what is missing and moves the focus there, each time', async () => {
    const page = await show(stepView({ findings: [fail] }))
    const missing = { text: '“Purge protection is off” needs action first.', findingKey: fail.key, target: 'finding' } as const
    await page.push(stepView({ findings: [fail], missing: { id: 1, ...missing } }, { revision: 2 }))
    expect(document.activeElement?.textContent).toBe(fail.title)
    expect(document.getElementById(document.activeElement?.getAttribute('aria-describedby') ?? '')?.textContent).toBe(missing.text)
    page.button('Help').focus()
    await page.push(stepView({ findings: [fail], missing: { id: 2, ...missing } }, { revision: 3 }))
    expect(document.activeElement?.textContent).toBe(fail.title)
  })

  it('drops the sentence once the work it spoke of is over', async () => {
    const missing = { id: 1, text: 'Making changes.', target: 'page' } as const
    const page = await show(inStep(applyingView, { missing }))
    expect(page.text()).toContain(missing.text)
    await page.push(stepView({ phase: 'reviewing', missing }, { revision: 2 }))
    expect(page.text()).not.toContain(missing.text)
  })

  it('ignores the second half of a double click', async () => {
    const page = await show(verifiedView)
    page.button('Continue: add the environment').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }))
    expect(sent(page)).toEqual([])
  })
})

describe('the plan', () => {
  it('says in two lines what changes and where, and whether it can be undone, under its owner', async () => {
    await show(stepView({ plan: [change, link] }))
    const rows = [...document.querySelectorAll('main ol > li')].map((row) => row.textContent)
    expect(rows).toEqual([
      'Turn on purge protection for the key vault kv-contoso-cmkPurge protection can’t be turned offSeconds',
      `${link.title}Users offlineUndo takes another outageUp to 4 days`,
    ])
    const owners = [...document.querySelectorAll('main ol')].map((list) => list.previousElementSibling?.textContent)
    expect(owners).toEqual(['Key vault admin1', 'Power Platform admin1'])
  })

  it('is open, also where its button opens the confirmation, and can be folded', async () => {
    const page = await show(stepView({ plan: [change], planSummary: '1 change, no downtime' }, { can: ['REVIEW_PLAN', 'NEXT'] }))
    expect(page.text()).toContain(change.title)
    await page.click(page.button('1 change, no downtime'))
    expect(page.text()).not.toContain(change.title)
    await page.click(page.button('Apply 1 change…'))
    expect(sent(page)).toEqual([{ type: 'REVIEW_PLAN' }])
  })

  it('of step 3 comes before the choices and what was found, unless that asks for something', async () => {
    const fixed = { ...warning, status: 'fail', planned: true } as const
    const { picture } = policyFormView.step ?? {}
    if (picture?.kind !== 'policy') throw new Error('The view shows no form.')
    const of = (findings: readonly FindingView[]) => stepView({ id: 'policy', picture, plan: [change], findings })
    const headings = () => [...document.querySelectorAll('main h2')].map(({ textContent }) => textContent)
    const page = await show(of([fixed]))
    expect(headings()).toEqual(['What will change', 'Your choices', 'What we found'])
    for (const asking of [{ planned: false }, { planned: false, status: 'unknown' }] as const) {
      await page.push({ ...of([{ ...fixed, ...asking }]), revision: 9 })
      expect(headings()).toEqual(['What we found', 'Your choices', 'What will change'])
    }
  })

  it('names no ID before its details are open', async () => {
    const principal = 'a1d4c7e2-3b5f-4a86-9c0d-1e2f3a4b5c6d'
    const reader = { ...change, title: 'Assign Reader', before: `${principal} has no role`, after: `${principal} can read the policy` }
    const page = await show(stepView({ plan: [reader] }))
    expect(page.text()).not.toContain(principal)
    await page.click(page.button('Fields and script of: Assign Reader'))
    expect(page.text()).toContain(principal)
  })

  it('opens to what is so before and afterwards, the fields that change, and the script of that change alone', async () => {
    const page = await show(stepView({ plan: [change] }))
    page.give('script:write', { kind: 'files', files: [{ name: 'enable-cmk.sh', text: 'az keyvault update' }] })
    const details = page.button(`Fields and script of: ${change.title}`)
    expect(details.getAttribute('aria-expanded')).toBe('false')
    await page.click(details)
    expect(page.text()).toContain(`Before${change.before}After${change.after}Undo${change.undo}`)
    expect(page.text()).toMatch(/SourcesKey Vault: Soft-delete overviewPurge protection · Updated /)
    expect(page.text()).toContain('properties.enablePurgeProtection: false → true')
    expect(page.text()).toContain('az keyvault update')
    expect(page.calls.at(-1)).toEqual({ name: 'script:write', argument: { language: 'azure-cli', of: 'step', action: change.key } })
    await page.click(details)
    expect(page.text()).not.toContain('az keyvault update')
  })

  it('shows what the steps after it would change, as far as that can be foreseen', async () => {
    const page = await show(stepView({ plan: [change], later: [{ step: 'membership', number: 4, title: 'Add', plan: [link] }] }))
    await page.click(page.button('Then, in step 4'))
    await page.click(page.button(`Fields and script of: ${link.title}`))
    expect(page.calls.at(-1)).toMatchObject({ argument: { of: 'whole', action: link.key } })
  })

  it('that has gone stale names each difference', async () => {
    const page = await show(
      stepView({
        plan: [change],
        problem: {
          title: 'The tenant has changed',
          meaning: 'Nothing was written:',
          remedy: 'Read it.',
          owner: 'you',
          points: ['New in the plan: Register'],
        },
      }),
    )
    expect([...document.querySelectorAll('main li')].map((item) => item.textContent)).toContain('New in the plan: Register')
    expect(page.text()).toContain('Nothing was written:')
  })
})

describe('while it works', () => {
  it('shows each change with its state, its start, what it waits for and its receipt', async () => {
    const [done, running] = applyingView.step.progress
    if (!done || !running) throw new Error('The walk applied less.')
    const page = await show(
      inStep(applyingView, {
        progress: [
          { ...done, written: false },
          { ...running, waitsFor: 'Attempt 2 of 10' },
        ],
      }),
    )
    const items = [...document.querySelectorAll('main ol > li')].map((item) => item.textContent)
    expect(items[0]).toMatch(/^Done.*No change needed; nothing was written…\/vaults\/kv-contoso-cmk/)
    expect(items[1]).toMatch(/^Running.*Started .*Attempt 2 of 10/)
    await page.click(page.button('Stop after this change'))
    expect(sent(page)).toEqual([{ type: 'STOP_AFTER_THIS' }])
  })

  it('takes the focus when the button that began it is gone', async () => {
    const page = await show(confirmingView)
    page.button('Apply 1 change').focus()
    await page.push({ ...applyingView, revision: 2 })
    expect(document.activeElement?.textContent).toBe('Progress')
  })

  it('says which try was refused, why, and when the next one is; it can be held back, hurried and stopped', async () => {
    const reason = 'The policy’s new identity isn’t available everywhere yet.'
    const page = await show(inStep(pausingView, { retry: { attempt: 3, of: 12, reason, nextAt: pausingView.now + 20_000 } }))
    expect(page.text()).toContain('Attempt 3 of 12. Next attempt in 20 s.')
    expect(page.text()).toContain('Attempt 3 of 12: The policy’s new identity isn’t available everywhere yet.')
    for (const label of ['Pause', 'Try again now', 'Stop trying']) await page.click(page.button(label))
    expect(sent(page)).toEqual([{ type: 'PAUSE' }, { type: 'POLL_NOW' }, { type: 'STOP_AFTER_THIS' }])
    const held = { attempt: 3, of: 12, reason: 'Not yet.' }
    await page.push(inStep(pausingView, { retry: held }, { revision: 9, can: ['POLL_NOW', 'STOP_AFTER_THIS'] }))
    expect(page.text()).toContain('Paused. Select Try again now to continue.')
    expect(page.text()).toContain('Waiting for you.')
    expect(page.text()).not.toContain('Next attempt')
    expect(page.text()).not.toMatch(/\bPause\b/)
  })

  it('says why it stopped and who can go on', async () => {
    const page = await show(stoppedView)
    expect(page.text()).toContain('The account can’t do this.')
    expect(page.text()).toContain('Ask the key vault administrator.')
    await page.click(page.button('Check again'))
    expect(sent(page)).toEqual([{ type: 'CHECK_AGAIN' }])
  })
})

describe('a sign-in that has ended', () => {
  it('is renewed from where one is, says what it waits for, and can be called off', async () => {
    const page = await show({ ...waitingView, signInAgain: { state: 'needed', way: 'browser' }, can: ['SIGN_IN_AGAIN', 'BACK'] })
    await page.click(page.button('Sign in again'))
    await page.push({
      ...waitingView,
      revision: 2,
      signInAgain: { state: 'running', way: 'browser', progress: { kind: 'browser' } },
      can: ['CALL_OFF_SIGN_IN'],
    })
    expect(page.maybeButton('Sign in again')).toBeUndefined()
    expect(page.text()).toContain('Operations at Microsoft continue.')
    await page.click(page.button('Not now'))
    expect(sent(page)).toEqual([{ type: 'SIGN_IN_AGAIN' }, { type: 'CALL_OFF_SIGN_IN' }])
  })

  it('says why it was refused, and offers it once more', async () => {
    const problem = { title: 'Somebody else signed in', meaning: 'It is Ada’s.', remedy: 'Choose Ada.', owner: 'you' } as const
    const page = await show({ ...waitingView, signInAgain: { state: 'needed', way: 'browser', problem }, can: ['SIGN_IN_AGAIN'] })
    expect(page.text()).toContain('Somebody else signed in')
    expect(page.button('Sign in again')).toBeDefined()
  })

  it('that lacks what a service asks for holds the plan without a next attempt, and is renewed by the one button', async () => {
    const { retry: _, ...step } = pausingView.step
    const signInAgain = { state: 'needed', way: 'browser' } as const
    const page = await show({ ...pausingView, step, signInAgain, can: ['SIGN_IN_AGAIN', 'STOP_AFTER_THIS'] })
    expect(page.text()).toContain('Waiting for your sign-in.')
    expect(page.maybeButton('Try again now')).toBeUndefined()
    await page.click(page.button('Sign in again'))
    expect(sent(page)).toEqual([{ type: 'SIGN_IN_AGAIN' }])
  })

  it('of an app that lacks what a service asks for says who can act', async () => {
    const problem = {
      title: 'An app can’t confirm this sign-in',
      meaning: 'It has no second factor.',
      remedy: 'Ask your Entra admin.',
      owner: 'you',
    } as const
    const page = await show({ ...waitingView, signInAgain: { state: 'elsewhere', way: 'secret', problem } })
    expect(page.text()).toContain('Ask your Entra admin.')
    expect(page.text()).not.toContain('needs a secret')
  })

  it('of a service principal leads to the form that asks for its secret', async () => {
    const page = await show({ ...waitingView, signInAgain: { state: 'elsewhere', way: 'secret' } })
    expect(page.text()).toContain('needs a secret')
    expect(page.maybeButton('Sign in again')).toBeUndefined()
  })
})

describe('the last step, once it is verified', () => {
  const { stepper } = endedView

  it('has what the summary has: the report to save, the key to manage, and the way on', async () => {
    const page = await show(endedView)
    expect(primaryButtons()).toEqual(['Save report…'])
    await page.click(page.button('Manage your key'))
    await page.click(page.button('Continue to the summary'))
    expect(sent(page)).toEqual([{ type: 'GO_TO_PAGE', page: 'operations' }, { type: 'NEXT' }])
  })

  it('has nothing of that while another step isn’t verified', async () => {
    await show({ ...endedView, stepper: stepper.map((each) => (each.id === 'environment' ? { ...each, state: 'open' } : each)) })
    expect(primaryButtons()).toEqual(['Continue to the summary'])
  })
})

describe('the end of a wait of days', () => {
  const heading = () => document.querySelector('h1')
  const read = { ...waitingView, revision: 2, step: { ...endedView.step, phase: 'reading' as const } }
  const closed = { ...closingView, revision: 3 }

  it('leads to the closing page without taking the focus from what stays on screen', async () => {
    const page = await show(waitingView)
    const settings = page.button('Settings')
    settings.focus()
    await page.push(read)
    await page.push(closed)
    expect([document.activeElement, heading()?.textContent]).toEqual([settings, closingView.closing.title])
  })

  it('gives the closing page’s heading the focus that the page before it had', async () => {
    const page = await show(waitingView)
    heading()?.focus()
    await page.push(read)
    await page.push(closed)
    expect([document.activeElement, heading()?.textContent]).toEqual([heading(), closingView.closing.title])
  })
})

describe('waiting for days', () => {
  const { wait } = waitingView.step
  if (!wait) throw new Error('The walk didn’t wait.')
  const { since } = wait

  it('drafts an email to the users only where they’re offline', async () => {
    const page = await show(waitingView)
    expect(page.text()).toContain(strings.schedule.mail.heading)
    await page.push({ ...waitingView, revision: 2, step: { ...waitingView.step, wait: { ...wait, isOutage: false } } })
    expect(page.text()).not.toContain(strings.schedule.mail.heading)
  })

  it('asks for nothing until the latest documented end has passed', async () => {
    const page = await show({ ...waitingView, now: since })
    expect(document.querySelector('h1')?.textContent).toMatch(/^Done by .+ at the latest$/)
    expect(page.text()).toContain('You have nothing to do')
    expect(primaryButtons()).toEqual([])
    await page.click(page.button('Check now'))
    const late = { ...waitingView.step, end: { headline: 'Should have ended Sun, Nov 28', isLate: true } } as const
    await page.push({ ...waitingView, revision: 2, step: late })
    expect(document.querySelector('h1')?.textContent).toBe('Should have ended Sun, Nov 28')
    expect(page.text()).toContain('Check what Microsoft says')
    expect(page.text()).toContain('ask Microsoft support, and give the operation ID')
    expect(page.text()).not.toContain('You have nothing to do')
    expect(document.querySelector('main [role=img]')).toBeNull()
    expect(page.text()).not.toContain('how much is left')
    expect(page.text()).not.toContain('Up to four days')
    // Its own button checks now: the map has no second one.
    expect(primaryButtons()).toEqual(['Check now'])
    await page.click(page.button('Check now'))
    expect(page.button('Copy the operation ID')).toBeDefined()
    expect(sent(page)).toEqual([{ type: 'POLL_NOW' }, { type: 'POLL_NOW' }])
  })

  it('says that Microsoft is at work where something else is to be done, or no end is documented', async () => {
    const calm = () => document.querySelector('main')?.textContent?.includes('You have nothing to do')
    const page = await show({ ...waitingView, now: since })
    expect(calm()).toBe(true)
    const { takesUpTo: _, ...endless } = wait
    const { end: __, ...step } = waitingView.step
    const signInAgain = { state: 'needed', way: 'browser' } as const
    const others: readonly Partial<typeof waitingView>[] = [
      { step: { ...step, wait: endless } },
      { signInAgain, can: ['SIGN_IN_AGAIN'] },
      // The key was lost meanwhile.
      { situation: { kind: 'yours', part: 'policy', place: 3 } },
    ]
    for (const [index, other] of others.entries()) {
      await page.push({ ...waitingView, ...other, revision: 2 + index })
      expect(page.text()).toContain('Microsoft is at work')
      expect(calm()).toBe(false)
    }
    expect(primaryButtons()).toEqual([])
  })

  it('says side by side what users notice, what Microsoft does, and what holds until it is done', async () => {
    const { practice: _, ...real } = waitingView
    const page = await show({ ...real, now: since + 14 * HOUR + 2 * MINUTE })
    const points = () => [...document.querySelectorAll('main dl > div')].map((point) => point.textContent)
    expect(points()).toEqual([
      expect.stringMatching(/^What users noticeOffline for usersUp to four days\./),
      expect.stringMatching(/^What Microsoft doesStage Prepare, since .*1 of 4 stages is done\.$/),
      expect.stringMatching(/^Until it’s doneLeave the key aloneDon’t change the key/),
    ])
    expect(page.text()).toContain('Running for 14 hours 2 minutes')
    expect(page.text()).toContain('You can close this window.')
    expect(page.text()).not.toContain('practice')
    expect(page.text()).not.toContain(wait.operationId ?? '')
    const { environmentNow: __, ...unread } = wait
    await page.push(inStep({ ...waitingView, revision: 2 }, { wait: { ...unread, stages: [], outOfReachSince: since } }))
    expect(points()).toEqual([
      expect.stringMatching(/^What users noticeNot knownCan’t be reached since /),
      `What Microsoft does${wait.stateWord}`,
      expect.stringMatching(/^Until it’s done/),
    ])
  })

  it('has Microsoft’s own words folded, for its support', async () => {
    const page = await show(waitingView)
    expect(page.maybeButton('Copy the operation ID')).toBeUndefined()
    await page.click(page.button('Details for Microsoft support'))
    expect(page.text()).toContain(`Disabled · LinkingOperation${wait.operationId}`)
    expect([...document.querySelectorAll('main ol > li')].map((stage) => stage.textContent?.replace(/\d.*/, ''))).toEqual([
      expect.stringMatching(/^Validate \(done\)/),
      expect.stringMatching(/^Prepare \(running\)since /),
      'Run (not started)',
      'Finalize (not started)',
    ])
  })

  it('says of a rotation that users keep working, and until when within the day', async () => {
    const rotation = { ...wait, isOutage: false, takesUpTo: DAY, stages: [], range: 'Up to 24 hours.' }
    const guide = {
      ...waitingView.step.guide,
      whileYouWait: [
        { heading: 'Keep', text: 'K' },
        { heading: 'No downtime', text: 'N' },
      ],
    }
    await show(inStep({ ...waitingView, now: since + 2 * HOUR }, { wait: rotation, guide }))
    expect([...document.querySelectorAll('main dl > div')].map((point) => point.textContent)).toEqual([
      'What users noticeNo downtimeN',
      'When it’s doneUp to 1 day after the startWe then read the key and the environment again, and notify you.',
      'Until it’s doneKeepK',
    ])
    expect(document.querySelector('main [role=img]')?.getAttribute('aria-label')).toBe('2 hours of at most 1 day')
    expect(document.querySelector('main [role=img]')?.textContent).toBe('')
  })

  it('says that users keep working during a rotation only where the environment was read as enabled', async () => {
    const rotation = { ...wait, isOutage: false, takesUpTo: DAY, stages: [] }
    const guide = {
      ...waitingView.step.guide,
      whileYouWait: [
        { heading: 'Keep', text: 'K' },
        { heading: 'No downtime', text: 'N' },
      ],
    }
    const inUse = { ...fail, key: 'rotate-in-use' }
    const page = await show(inStep(waitingView, { wait: rotation, guide, checkedAt: since, findings: [{ ...inUse, status: 'unknown' }] }))
    expect(page.text()).not.toContain('Users keep working')
    expect(page.text()).not.toContain('was read as enabled')
    await page.push({
      ...inStep(waitingView, { wait: rotation, guide, checkedAt: since, findings: [{ ...inUse, status: 'pass' }] }),
      revision: waitingView.revision + 1,
    })
    expect(page.text()).toContain('You have nothing to do. Users keep working.')
    expect(page.text()).toContain('contoso-prod was read as enabled today')
  })

  it('shows both versions of a key that is rotated, with what was read of them, and saves until when the previous one is kept', async () => {
    const rotation = { ...wait, isOutage: false, takesUpTo: DAY, stages: [] }
    const versions = {
      key: 'cmk-contoso-prod',
      newest: { version: '4f1c00000000000000000000b27e', createdAt: since, isEnabled: true },
      previous: { version: '9a07', isEnabled: false, keepUntil: since + 30 * DAY },
      event: 'hold-version.e1',
    }
    const page = await show(inStep(waitingView, { wait: rotation, picture: { kind: 'membership', rows: [], versions } }))
    const cells = [...document.querySelectorAll('main tbody tr')].map((row) => [...row.children].map(({ textContent }) => textContent))
    expect(cells).toEqual([
      ['New 4f1c…b27e', expect.stringMatching(/^\w{3}, Nov 2\d, 2026/), 'Enabled', 'Keep enabled'],
      ['Previous 9a07', 'Not known', 'Disabled', expect.stringMatching(/^Keep enabled until .*Dec.*Save date$/)],
    ])
    await page.click(page.button('Save date'))
    expect(page.calls).toContainEqual({ name: 'calendar:save', argument: { event: 'hold-version.e1' } })
  })

  it('shows the day on which it is, and its start', async () => {
    const page = await show(waitingView)
    const bar = document.querySelector('main [role=img]')
    expect(bar?.getAttribute('aria-label')).toBe('Day 1 of at most 4')
    expect(bar?.textContent).toBe('Day 1, nowDay 2Day 3Day 4')
    expect(page.text()).toMatch(/Started .*Running for /)
    expect(page.text()).toContain('Microsoft doesn’t say how much is left.')
    expect(page.text()).not.toContain('Do now')
    await page.push({ ...waitingView, revision: 2, now: since + 3 * DAY + HOUR })
    expect(bar?.textContent).toBe('Day 1Day 2Day 3Day 4, now')
  })

  it('asks for nothing once an operation is done', async () => {
    const view = stepView({ proved: true, task: { now: 'Nothing to do now' } })
    const { place: _, ...operation } = view.step
    const page = await show({ ...view, step: operation })
    expect(page.text()).toContain('Nothing to do now')
    expect(page.text()).not.toContain('Do now')
  })

  it('draws no bar where Microsoft documents no longest time', async () => {
    const { takesUpTo: _, ...open } = wait
    const page = await show(inStep(waitingView, { wait: open }))
    expect(document.querySelector('main [role=img]')).toBeNull()
    expect(page.text()).toContain('Running for ')
  })

  it.each([
    ['not a maintenance window that ends with it', 0, false],
    ['a maintenance window that ends sooner', DAY, true],
  ])('repeats %s', async (_, sooner, shown) => {
    const window = { from: since, to: since + 4 * DAY - sooner, timeZone: 'Europe/Berlin' }
    const page = await show(inStep(waitingView, { window }))
    expect(page.text().includes('Maintenance window')).toBe(shown)
  })

  it('lets time pass in practice by the banner alone, and says honestly that closing ends the practice', async () => {
    const page = await show(waitingView)
    expect(page.text()).toContain('Closing this window ends the practice')
    const days = [...document.querySelectorAll('button')].filter((button) => button.textContent === 'Skip 1 day')
    expect(days).toHaveLength(1)
    await page.click(days[0] as HTMLElement)
    expect(page.calls).toContainEqual({ name: 'practice:advance', argument: { hours: 24 } })
    expect(document.querySelector('[role=status]')?.textContent).toBe('The practice clock moved ahead 1 day.')
  })

  it('goes on when a look fails, and says so', async () => {
    const problem = {
      title: 'The state could not be read',
      meaning: 'The operation goes on at Microsoft.',
      remedy: 'The next look is taken by itself.',
      owner: 'microsoft',
    } as const
    const page = await show(inStep(waitingView, { wait: { ...wait, problem } }))
    expect(page.text()).toContain('The operation goes on at Microsoft.')
  })

  it('counts on from the moment the view arrived', async () => {
    const page = await show({ ...waitingView, now: since + 17 * HOUR + 2 * MINUTE })
    expect(page.text()).toContain('17 hours 2 minutes')
  })
})
