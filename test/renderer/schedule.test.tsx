// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { localTimeZone, nextEvening, toField } from '../../renderer/step/local-time.ts'
import { strings } from '../strings.ts'
import { closingView, confirmingView, NOW, scheduledView, waitingView } from './views.ts'
import { type Shown, show } from './window.tsx'

const HOUR = 3_600_000
const words = strings.schedule
const sent = (page: Shown) => page.calls.filter(({ name }) => name === 'wizard:send').map(({ argument }) => argument)
const found = (selector: string): HTMLElement => {
  const [element, ...others] = document.querySelectorAll<HTMLElement>(selector)
  if (element === undefined || others.length > 0) throw new Error(`Not one ${selector}.`)
  return element
}
const later = () => found('input[type=radio]:not(:checked)')
const submit = () => found('button[type=submit]')
const asked = {
  ...confirmingView,
  step: {
    ...confirmingView.step,
    confirmation: {
      typedName: 'contoso-prod',
      irreversible: false,
      usersCutOff: true,
      cautions: [],
      timeNeeded: 96 * HOUR,
      mayBeScheduled: true,
    },
  },
} as const

describe('a confirmation that may wait', () => {
  it('starts now unless the person says otherwise, and says when it ends at the latest', async () => {
    const page = await show(asked)
    expect(page.text()).toContain('at the latest. This can take up to 4 days.')
    expect(page.text()).not.toContain(words.stayOn)
    await page.type(page.field('To confirm, enter contoso-prod'), 'contoso-prod')
    await page.click(page.button('Apply 1 change'))
    expect(sent(page)).toMatchObject([{ type: 'CONFIRM', typedName: 'contoso-prod', window: { from: NOW, timeZone: localTimeZone() } }])
  })

  it('hands in the same end that it says, to the minute', async () => {
    const page = await show({ ...asked, now: NOW + 40_000 })
    await page.type(page.field('To confirm, enter contoso-prod'), 'contoso-prod')
    await page.click(page.button('Apply 1 change'))
    expect(sent(page)).toMatchObject([{ type: 'CONFIRM', window: { from: NOW, to: NOW + 96 * HOUR } }])
  })

  it('is scheduled for the time that is entered, and asks for the name all the same', async () => {
    const page = await show(asked)
    await page.click(later())
    expect(page.text()).toContain(words.stayOn)
    expect(page.text()).toContain(words.zone({ zone: localTimeZone() }))
    await page.type(page.field(words.start), toField(NOW + 8 * HOUR))
    const button = submit()
    expect(button.textContent).toMatch(/^Schedule for /)
    await page.click(button)
    expect(sent(page)).toEqual([])
    expect(document.activeElement).toBe(page.field('To confirm, enter contoso-prod'))
    await page.type(page.field('To confirm, enter contoso-prod'), 'contoso-prod')
    await page.click(button)
    expect(sent(page)).toMatchObject([{ type: 'SCHEDULE', typedName: 'contoso-prod', window: { from: NOW + 8 * HOUR } }])
  })

  it('says at its field what is wrong with the time', async () => {
    const page = await show(asked)
    await page.click(later())
    await page.type(page.field('To confirm, enter contoso-prod'), 'contoso-prod')
    await page.type(page.field(words.start), toField(NOW - HOUR))
    await page.click(submit())
    expect(sent(page)).toEqual([])
    expect(page.text()).toContain('This start time has passed. Enter a later one.')
    expect(document.activeElement).toBe(page.field(words.start))
    await page.type(page.field(words.start), toField(NOW + HOUR))
    expect(page.text()).not.toContain('This start time has passed.')
  })

  it('suggests this evening, or tomorrow’s once that is near', () => {
    const at = (hour: number) => new Date(2026, 10, 28, hour).getTime()
    expect(nextEvening(at(9))).toBe(at(20))
    expect(nextEvening(at(19) + 60_000)).toBe(new Date(2026, 10, 29, 20).getTime())
  })
})

describe('a start that is scheduled', () => {
  it('shows its time in words and figures, what is checked first, and both buttons', async () => {
    const page = await show(scheduledView)
    expect(page.text()).toContain('Starts in 2 hours 30 minutes')
    expect(page.text()).toContain('Create the enterprise policy')
    expect(page.text()).toContain('(UTC)')
    await page.click(page.button(words.cancel))
    await page.click(page.button(words.now))
    expect(sent(page)).toEqual([{ type: 'CANCEL_SCHEDULE' }, { type: 'START_NOW' }])
  })
})

describe('the mail to the users', () => {
  it.each([
    ['before the start', scheduledView, { mail: 'outage', start: NOW + 2.5 * HOUR }, 'contoso-prod is offline for maintenance'],
    ['while it runs', waitingView, { mail: 'outage', start: waitingView.step?.wait?.since }, 'contoso-prod is offline for maintenance'],
    ['when it is over', closingView, { mail: 'over' }, 'contoso-prod is available again'],
  ] as const)('can be copied and opened %s', async (_when, view, mail, subject) => {
    const page = await show(view)
    // The page about the end has more to say, so that the mail is a line there.
    const folded = page.maybeButton(words.mail.show)
    if (folded) await page.click(folded)
    expect(page.text()).toContain(subject)
    await page.click(page.button(words.mail.open))
    expect(page.calls).toContainEqual({ name: 'mail:open', argument: { ...mail, language: 'en' } })
    await page.click(page.button(words.mail.copy))
    const copied = page.calls.find(({ name }) => name === 'clipboard:write')?.argument
    expect(copied).toEqual({ text: expect.stringContaining(`${subject}\n\n`) })
  })

  it('stands folded in the confirmation', async () => {
    const page = await show(asked)
    expect(page.text()).not.toContain('is offline for maintenance')
    await page.click(page.button(words.mail.show))
    expect(page.text()).toContain('contoso-prod is offline for maintenance')
  })
})
