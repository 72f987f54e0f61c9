// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { localTimeZone, momentIn, nextEvening } from '#renderer/step/local-time.ts'
import { strings } from '../strings.ts'
import { closingView, confirmingLinkView, NOW, scheduledView, waitingView } from './views.ts'
import { sent, show } from './window.tsx'

const HOUR = 3_600_000
const words = strings.schedule
const found = (selector: string): HTMLElement => {
  const [element, ...others] = document.querySelectorAll<HTMLElement>(selector)
  if (element === undefined || others.length > 0) throw new Error(`Not one ${selector}.`)
  return element
}
const startsAt = scheduledView.step.schedule?.at ?? 0
const submit = () => found('button[type=submit]')
const asked = { ...confirmingLinkView, now: NOW }
const NAME = 'To confirm, enter contoso-prod'
/** Chooses a start that comes later. @param time of the same day, in the zone of the tests */
async function chooseLater(page: Awaited<ReturnType<typeof show>>, time: string) {
  await page.click(page.radio(words.later))
  await page.type(page.field(words.time), time)
}

describe('a confirmation that may wait', () => {
  it('begins with neither start chosen, and says which is missing first', async () => {
    const page = await show(asked)
    expect(document.querySelectorAll('input[type=radio]:checked')).toHaveLength(0)
    expect(submit().textContent).toBe('Start encryption')
    await page.type(page.field(NAME), 'contoso-prod')
    await page.click(submit())
    expect(sent(page)).toEqual([])
    expect(page.text()).toContain(words.notChosen)
    await page.click(page.radio(words.now))
    expect(page.text()).not.toContain(words.notChosen)
  })

  it('starts now where the person says so, and says when it ends at the latest, with the weekday and the zone', async () => {
    const page = await show(asked)
    await page.click(page.radio(words.now))
    expect(page.text()).toMatch(/Tue, .*Nov.* 12:00 PM UTC/)
    expect(page.text()).toMatch(/Ends by Sat, .*Nov.* 12:00 PM UTC/)
    expect(page.text()).not.toContain(words.stayOn)
    await page.type(page.field(NAME), 'contoso-prod')
    expect(submit().textContent).toBe('Start encryption now')
    await page.click(submit())
    expect(sent(page)).toMatchObject([{ type: 'CONFIRM', typedName: 'contoso-prod', window: { from: NOW, timeZone: localTimeZone() } }])
  })

  it('hands in the same end that it says, to the minute', async () => {
    const page = await show({ ...asked, now: NOW + 40_000 })
    await page.click(page.radio(words.now))
    await page.type(page.field(NAME), 'contoso-prod')
    await page.click(submit())
    expect(sent(page)).toMatchObject([{ type: 'CONFIRM', window: { from: NOW, to: NOW + 96 * HOUR } }])
  })

  it('is scheduled for the time that is chosen, and asks for the name all the same', async () => {
    const page = await show(asked)
    await chooseLater(page, '22:00')
    expect(page.text()).toContain(words.stayOn)
    expect(submit().textContent).toBe('Schedule encryption')
    await page.click(submit())
    expect(sent(page)).toEqual([])
    expect(document.activeElement).toBe(page.field(NAME))
    await page.type(page.field(NAME), 'contoso-prod')
    await page.click(submit())
    expect(sent(page)).toMatchObject([{ type: 'SCHEDULE', typedName: 'contoso-prod', window: { from: NOW + 10 * HOUR } }])
  })

  it('is scheduled in the zone that is chosen', async () => {
    const page = await show(asked)
    await chooseLater(page, '22:00')
    await page.type(page.field(words.timeZone), 'Asia/Tokyo')
    await page.type(page.field(NAME), 'contoso-prod')
    await page.click(submit())
    expect(sent(page)).toMatchObject([{ type: 'SCHEDULE', window: { from: NOW + HOUR, timeZone: 'Asia/Tokyo' } }])
  })

  it('says at its field what is wrong with the time', async () => {
    const page = await show(asked)
    await chooseLater(page, '11:00')
    await page.type(page.field(NAME), 'contoso-prod')
    await page.click(submit())
    expect(sent(page)).toEqual([])
    expect(page.text()).toContain('This start time has passed. Enter a later one.')
    expect(document.activeElement).toBe(page.field(words.day))
    await page.type(page.field(words.time), '13:00')
    expect(page.text()).not.toContain('This start time has passed.')
  })

  it('writes each day with its weekday in the order of the language', async () => {
    const page = await show({ ...asked, language: 'de' })
    await page.click(page.radio('Später'))
    const [first] = [...page.field('Datum').querySelectorAll('option')]
    expect(first?.textContent).toBe('Di., 24. Nov. 2026')
  })

  it.each([
    ['Europe/Berlin', '2026-11-29', '20:00', '2026-11-29T19:00Z'],
    ['America/Chicago', '2026-11-29', '20:00', '2026-11-30T02:00Z'],
    ['Asia/Kolkata', '2026-11-29', '00:15', '2026-11-28T18:45Z'],
    // The hour that comes twice, and the one that is skipped.
    ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30Z'],
    ['Europe/Berlin', '2027-03-28', '02:30', '2027-03-28T01:30Z'],
  ])('takes %s %s %s for %s', (zone, day, time, moment) => expect(momentIn(zone, { day, time })).toBe(Date.parse(moment)))

  it('suggests this evening, or tomorrow’s once that is near', () => {
    const at = (hour: number) => new Date(2026, 10, 28, hour).getTime()
    expect(nextEvening(at(9))).toBe(at(20))
    expect(nextEvening(at(19) + 60_000)).toBe(new Date(2026, 10, 29, 20).getTime())
  })
})

const { schedule, ...restOfStep } = scheduledView.step
if (schedule === undefined) throw new Error('Nothing is scheduled')
const { confirmation } = asked.step
if (confirmation === undefined) throw new Error('Nothing is confirmed')

describe('a start that is scheduled', () => {
  const changed = (part: Partial<typeof schedule>) => ({
    ...scheduledView,
    revision: scheduledView.revision + 1,
    step: { ...restOfStep, schedule: { ...schedule, ...part } },
  })
  const card = () => found('main section:has([data-problem])')

  it('is headed by its time, and shows how long it is until then, what is checked first, and the ways to another start', async () => {
    const page = await show({ ...scheduledView, now: startsAt - 2.5 * HOUR })
    expect(found('h1').textContent).toBe('Starts Tue, Nov 24, 1:06 PM UTC')
    expect(page.text()).toContain('Starts in 2 hours 30 minutes')
    expect(card().textContent).toContain(words.checkedFirst + words.atTheStart)
    await page.click(page.button(words.cancel))
    await page.click(page.button(words.startNow))
    await page.click(page.button(words.changeTime))
    expect(sent(page)).toEqual([{ type: 'CANCEL_SCHEDULE' }, { type: 'START_NOW' }, { type: 'CHANGE_TIME' }])
  })

  it('says its time in the users’ zone as well, where that is another than this computer’s', async () => {
    const page = await show(scheduledView)
    expect(card().textContent).not.toContain('Asia/Tokyo')
    await page.push(changed({ timeZone: 'Asia/Tokyo' }))
    expect(card().textContent).toContain('10:06 PM GMT+9 (Asia/Tokyo)')
  })

  it('asks for one task after the other, of which none starts it, and for nothing once all are done', async () => {
    const page = await show(scheduledView)
    page.give('calendar:save', { savedAs: 'outage.ics' })
    const asked = []
    for (let left = 3; left > 0; left -= 1) {
      const [button, ...others] = [...card().querySelectorAll('button')]
      expect(others).toEqual([])
      asked.push(button?.textContent)
      expect(page.text()).toContain(words.doneHere({ done: 3 - left, of: 3 }))
      if (button) await page.click(button)
    }
    expect(asked).toEqual([words.write, strings.calendar.saveOutage, words.saveRequest])
    expect(page.calls.map(({ name }) => name).filter((name) => /:(?:open|save)$/.test(name))).toEqual([
      'mail:open',
      'calendar:save',
      'change-request:save',
    ])
    expect(card().querySelector('button')).toBeNull()
    expect(card().textContent).toContain(words.nothingLeft)
    expect(sent(page)).toEqual([])
  })

  it('asks for each again where the time has changed: users know of another', async () => {
    const page = await show(scheduledView)
    await page.click(page.button(words.write))
    expect(card().textContent).toContain(words.enter)
    await page.push(changed({ at: startsAt + HOUR }))
    expect(card().textContent).toContain(words.tell)
    expect(page.text()).toContain(words.doneHere({ done: 0, of: 3 }))
  })

  it('counts no task that failed or was left', async () => {
    const page = await show(scheduledView)
    page.refuseNext('No app.')
    await page.click(page.button(words.write))
    expect(card().textContent).toContain(words.tell)
    // The person left the dialog that asks where to save it.
    await page.click(page.button(strings.calendar.saveOutage))
    expect(page.text()).toContain(words.doneHere({ done: 0, of: 3 }))
  })

  const scheduledAsking = (starts: { chosen?: 'later' }) => ({
    ...asked,
    step: { ...asked.step, schedule: { ...schedule, at: NOW + 10 * HOUR }, confirmation: { ...confirmation, starts } },
  })

  it('is changed in the same dialog, with its time and the name to enter, and stays until then', async () => {
    const page = await show(scheduledAsking({ chosen: 'later' }))
    expect(page.radio(words.later).checked).toBe(true)
    expect(page.field(words.time).value).toBe('22:00')
    expect(found('dialog').textContent).toContain('stays until you confirm another.')
    await page.click(submit())
    expect(sent(page)).toEqual([])
    await page.type(page.field(NAME), 'contoso-prod')
    await page.type(page.field(words.time), '23:00')
    expect(submit().textContent).toBe('Schedule encryption')
    await page.click(submit())
    expect(sent(page)).toMatchObject([{ type: 'SCHEDULE', typedName: 'contoso-prod', window: { from: NOW + 11 * HOUR } }])
  })

  it('is still counted as scheduled while another time is asked for, and the focus is on what is chosen', async () => {
    const page = await show(scheduledAsking({ chosen: 'later' }))
    expect(found('[aria-label="Activity: 1 running or scheduled"]')).toBeDefined()
    expect(document.activeElement).toBe(page.radio(words.later))
  })

  it('that is to start now is asked about in the same dialog with nothing chosen', async () => {
    const page = await show(scheduledAsking({}))
    expect(document.querySelectorAll('input[type=radio]:checked')).toHaveLength(0)
    await page.type(page.field(NAME), 'contoso-prod')
    await page.click(submit())
    expect(sent(page)).toEqual([])
    expect(page.text()).toContain(words.notChosen)
  })

  it('that didn’t start leads to another time', async () => {
    const { step } = confirmingLinkView
    const unstarted = { how: 'not-started' as const, at: start, end, timeZone }
    const page = await show({ ...confirmingLinkView, step: { ...step, phase: 'reviewing', unstarted }, can: ['REVIEW_PLAN'] })
    await page.click(page.button(words.chooseOther))
    expect(sent(page)).toEqual([{ type: 'REVIEW_PLAN' }])
  })
})

const since = waitingView.step?.wait?.since ?? 0
const ADDRESS = 'https://contoso-production.operations.dynamics.com'
const { at: start = 0, end = 0, timeZone = '' } = scheduledView.step.schedule ?? {}
const canceledView = {
  ...confirmingLinkView,
  step: { ...confirmingLinkView.step, phase: 'reviewing' as const, unstarted: { how: 'canceled' as const, at: start, end, timeZone } },
}
const before = { mail: 'outage', start, end, timeZone } as const
const running = { mail: 'outage', isRunning: true, start: since, end: since + (waitingView.step?.wait?.takesUpTo ?? 0) } as const

describe('the mail to the users', () => {
  it.each([
    ['before the start', scheduledView, before, 'Finance and operations will be offline for part of the time from', words.draft],
    ['while it runs', waitingView, { ...running, timeZone: 'UTC' }, 'Finance and operations is offline for part of', words.mail.heading],
    ['once it was canceled', canceledView, { ...before, mail: 'canceled' }, 'Canceled: maintenance', words.mail.canceled],
    ['when it is over', closingView, { mail: 'over' }, 'Finance and operations is available again', words.mail.heading],
  ] as const)('can be copied and opened %s', async (_when, view, mail, subject, label) => {
    const page = await show(view)
    // Where the page has more to say, the mail is a line.
    const folded = page.maybeButton(label)
    if (folded) await page.click(folded)
    expect(page.text()).toContain(subject)
    expect(page.text()).toContain(ADDRESS)
    await page.click(page.button(words.mail.open))
    expect(page.calls).toContainEqual({ name: 'mail:open', argument: { ...mail, language: 'en' } })
    await page.click(page.button(words.mail.copy))
    const copied = page.calls.find(({ name }) => name === 'clipboard:write')?.argument
    expect(copied).toEqual({ text: expect.stringMatching(new RegExp(`^${subject}[^]*\n\n[^]*${ADDRESS}`)) })
  })

  it('isn’t drafted at the end where nothing took users offline', async () => {
    const page = await show({ ...closingView, closing: { ...closingView.closing, isAfterOutage: false } })
    expect(page.maybeButton(words.mail.heading)).toBeUndefined()
  })

  it('is written, and saved as a calendar entry, in the zone that is chosen', async () => {
    const page = await show(scheduledView)
    await page.click(page.button(words.draft))
    await page.type(page.field(words.timeZone), 'Asia/Tokyo')
    expect(page.text()).toContain('GMT+9')
    const [, ofTheDraft] = [...document.querySelectorAll('button')].filter(({ textContent }) => textContent === strings.calendar.saveOutage)
    if (ofTheDraft === undefined) throw new Error('No button in the draft')
    await page.click(ofTheDraft)
    expect(page.calls).toContainEqual({
      name: 'calendar:save',
      argument: { outage: { start, end, timeZone: 'Asia/Tokyo', language: 'en' } },
    })
  })

  it('says that a schedule is canceled, and saves its cancellation', async () => {
    const page = await show(canceledView)
    expect(page.text()).toContain(words.wasCanceled)
    expect(page.text()).toContain(words.tellCanceled)
    await page.click(page.button(words.mail.canceled))
    await page.click(page.button(strings.calendar.saveCanceled))
    expect(page.calls).toContainEqual({
      name: 'calendar:save',
      argument: { outage: { start, end, timeZone, isCanceled: true, language: 'en' } },
    })
  })
})

describe('the button that starts it', () => {
  it('has beside it that it can start later', async () => {
    const page = await show({ ...confirmingLinkView, step: { ...confirmingLinkView.step, phase: 'reviewing' } })
    expect(page.text()).toContain('Now, or at a time you choose')
  })
})

describe('a change request', () => {
  const request = strings.changeRequest.heading
  const html = strings.evidence.formats.html.button
  const reviewing = { ...confirmingLinkView, step: { ...confirmingLinkView.step, phase: 'reviewing' as const } }

  it('is saved beside the plan, and starts nothing', async () => {
    const page = await show(reviewing)
    await page.click(page.button(request))
    await page.click(page.button(html))
    expect(page.calls).toContainEqual({ name: 'change-request:save', argument: { format: 'html', language: 'en' } })
    expect(page.text()).toContain('Saved as cmk-change-request.html.')
    expect(sent(page)).toEqual([])
  })

  it('takes the start that is being chosen in the dialog', async () => {
    const page = await show(asked)
    await chooseLater(page, '22:00')
    const dialog = found('dialog')
    const within = (name: string) => {
      const button = [...dialog.querySelectorAll('button')].find(({ textContent }) => textContent === name)
      if (!button) throw new Error(`No ${name}`)
      return button
    }
    await page.click(within(request))
    await page.click(within(html))
    expect(page.calls).toContainEqual({
      name: 'change-request:save',
      argument: { format: 'html', start: { from: NOW + 10 * HOUR, timeZone: localTimeZone() }, language: 'en' },
    })
  })

  it('is not offered for a plan that takes no one offline', async () => {
    const { requestable: _, ...step } = reviewing.step
    const page = await show({ ...reviewing, step })
    expect(page.maybeButton(request)).toBeUndefined()
  })
})
