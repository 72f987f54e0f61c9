import { RestError } from '@azure/core-rest-pipeline'
import { describe, expect, it } from 'vitest'
import { HostNotAllowed } from '../../services/azure/hosts.ts'
import { NoAnswerInTime } from '../../services/azure/refusal.ts'
import { ask } from '../../services/identity/evidence.ts'
import { toldBy } from '../../services/told-error.ts'
import { english } from '../english.ts'

describe('what an error of the wizard’s own says to a person', () => {
  it('is a message, and not what developers read', () => {
    expect(english.text(toldBy(new NoAnswerInTime(100)) ?? '')).toBe('No answer within 100 seconds.')
  })

  it('is found where a library has wrapped it', () => {
    const wrapped = Object.assign(new RestError('unsent'), { cause: new NoAnswerInTime(1) })
    expect(english.text(toldBy(wrapped) ?? '')).toBe('No answer within 1 second.')
  })

  it('is nothing for any other error', () => {
    expect(toldBy(new RestError('unsent'))).toBeUndefined()
    expect(toldBy('unsent')).toBeUndefined()
  })

  it('repeats no secret that fills it', async () => {
    const asked = await ask(() => Promise.reject(new HostNotAllowed('s3cret.example')), { request: 'Sign-in', secrets: ['s3cret'] })
    expect(asked).toMatchObject({ ok: false, refusal: { message: { messageId: 'services.answer.foreignHost' } } })
    expect(JSON.stringify(asked)).not.toContain('s3cret')
  })
})
