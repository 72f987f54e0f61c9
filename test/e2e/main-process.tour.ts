import { expect, it } from 'vitest'
import { z } from 'zod'
import { expect as onPage } from './expect.ts'
import { openWizard } from './launch.ts'

it('an answer of the main process survives a garbage collection before anything else runs there', async () => {
  const { main } = await openWizard()
  const collect = await main.evaluate(() => {
    process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc')
    Reflect.set(globalThis, 'collectGarbage', process.getBuiltinModule('node:vm').runInNewContext('gc'))
    return typeof Reflect.get(globalThis, 'collectGarbage')
  })
  expect(collect).toBe('function')
  const answers = []
  for (let round = 0; round < 20; round++)
    answers.push(
      await main.evaluate((_electron, given) => {
        queueMicrotask(Reflect.get(globalThis, 'collectGarbage'))
        setImmediate(Reflect.get(globalThis, 'collectGarbage'))
        return given * 2
      }, round),
    )
  expect(answers).toEqual(answers.map((_answer, round) => round * 2))
})

it('a function that fails in the main process fails the test with its own words, and one that outlives the process says so', async () => {
  const { main } = await openWizard()
  await expect(
    main.evaluate(() => {
      throw new Error('no such window')
    }),
  ).rejects.toThrow('no such window')
  await expect(
    main.evaluate(({ app }) => {
      app.quit()
      return new Promise(() => undefined)
    }),
  ).rejects.toThrow('it ended before it answered')
})

it('the main process loads no HTTP client and no report up to the first step of a practice tenant', async () => {
  const { main, page } = await openWizard('--practice=ready-to-enable')
  // The environments, as the services list them.
  await onPage(page.getByRole('radio').first()).toBeVisible()
  const names = z.array(z.string()).parse(await main.evaluate(() => Reflect.get(process, 'moduleLoadList')))
  expect(names).toContain('NativeModule zlib')
  expect(names.filter((name) => /undici|https?$|tls$|process\/report$/.test(name))).toEqual([])
})

it('the main process gives new objects little memory, however many were made', async () => {
  const { main } = await openWizard()
  const sizes = await main.evaluate(() => {
    const v8 = process.getBuiltinModule('node:v8')
    const size = () => v8.getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_size ?? 0
    const before = size()
    // Kept, so that V8 sees them survive: that is when it would double the space.
    Reflect.set(
      globalThis,
      'kept',
      Array.from({ length: 500_000 }, (_none, index) => ({ index })),
    )
    return { before, after: size() }
  })
  expect(sizes.after).toBeLessThanOrEqual(sizes.before)
})
