import { expect as expectValue, it } from 'vitest'
import { CALLS } from '#contract/contract.ts'
import { openWizard } from './launch.ts'

/** Runs in the page: sends what none of its forms creates on every channel, and returns the distinct replies. */
async function sendAnything(names: readonly string[]) {
  const nested = (depth: number): unknown => {
    let value: unknown = 'inside'
    for (let level = 0; level < depth; level++) value = [value]
    return value
  }
  const cyclic: Record<string, unknown> = {}
  cyclic['self'] = cyclic
  const values: readonly unknown[] = [
    ...[undefined, null, 0, Number.NaN, 1n, '', [], nested(2_000), cyclic],
    ...[
      { type: 'NO_SUCH_EVENT' },
      { type: 'CONFIRM', typedName: { length: 1 } },
      { type: 'GO_TO_PAGE', page: 'constructor' },
      { link: 'https://example.com' },
    ],
  ]
  // Chromium carries it before main knows the channel: one that takes an object and one that takes a long text are enough.
  const large: readonly unknown[] = ['x'.repeat(5_000_000), new Array(100_000).fill('x'), new Uint8Array(1_000_000)]
  const outcomes: Record<string, number> = {}
  for (const name of names)
    for (const value of name === 'wizard:send' || name === 'clipboard:write' ? [...values, ...large] : values) {
      // The bridge does not carry everything; what it does not carry ends in the page.
      const outcome = await Promise.resolve()
        .then(() => window.wizard.call(name, value))
        .then(
          (answer) => JSON.stringify(answer),
          () => 'not carried',
        )
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    }
  return outcomes
}

it('main refuses all that the page sends in another form than agreed, on every channel, and continues', async () => {
  const wizard = await openWizard()
  wizard.expectComplaints(/^Refused /)
  const outcomes = await wizard.page.evaluate(sendAnything, [...Object.keys(CALLS), 'wizard:get', 'no-such-call', 'constructor'])
  expectValue(new Set(Object.keys(outcomes))).toEqual(
    new Set([
      'not carried',
      '{"ok":false,"why":"The message doesn’t have the expected format."}',
      '{"ok":false,"why":"There is no such call."}',
    ]),
  )
  expectValue(await wizard.page.evaluate(() => window.wizard.getView())).toMatchObject({ page: 'start' })
})
