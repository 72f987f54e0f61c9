import { expect, it } from 'vitest'
import { Lesson } from './learned.ts'
import { LESSONS } from './lessons.ts'

it('what is known of the services’ answers is what the practice tenant gives and the schemas read', async () => {
  const lesson = new Lesson()
  for (const each of LESSONS) await lesson.attend(each)
  await expect(`${JSON.stringify(lesson.known(), undefined, 2)}\n`).toMatchFileSnapshot(
    '../../../../node/services/first-contact/known-answers.json',
  )
}, 120_000)
