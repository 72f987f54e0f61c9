import { describe, expect, it } from 'vitest'
import { SCRIPT_LANGUAGES } from '#machines/procedure/script-languages.ts'
import { confirmationOf } from '#node/exporters/changes.ts'
import { scriptMessages } from '#node/exporters/messages.ts'
import { policyBody, vaultBody } from '#node/exporters/requests.ts'
import { ValueRefused } from '#node/exporters/text.ts'
import { writeScript } from '#node/exporters/write-script.ts'
import { english } from '../../english.ts'
import { bench } from '../services/azure/stand-in.ts'
import { actions, actionsFor, context, NAMES, type Names, wholeProcedure } from './samples.ts'

describe('a plan written out', () => {
  it('is refused in every language when any name holds a control character, wherever it would end up', () => {
    for (const language of SCRIPT_LANGUAGES) {
      for (const member of ['group', 'vaultGroup', 'vault', 'key', 'policy'] satisfies (keyof Names)[])
        expect(() => writeScript(language, wholeProcedure({ ...NAMES, [member]: 'a\0b' }), context), `${language} ${member}`).toThrow(
          ValueRefused,
        )
      expect(() => writeScript(language, wholeProcedure(), { ...context, tenantId: '\u001b[2J' })).toThrow(ValueRefused)
    }
  })

  it('takes any display name, since that is only ever shown', () => {
    for (const language of SCRIPT_LANGUAGES) {
      const files = writeScript(language, wholeProcedure({ ...NAMES, environment: 'Contoso\0\u202e\r\nproduction' }), context)
      expect(Object.values(files).join('')).toContain('Add Contoso production to the policy')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for
      expect(Object.values(files).join('')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
    }
  })

  it('explains every step with the document it rests on', () => {
    for (const language of SCRIPT_LANGUAGES) {
      for (const action of Object.values(actions))
        expect(Object.values(writeScript(language, [action], context)).join('')).toMatch(/Source: .+, \d{4}-\d{2}-\d{2}\./)
    }
  })

  it('says at its beginning who wrote it, for which tenant, and that it leaves alone what is so', () => {
    for (const language of ['azure-cli', 'powershell'] as const) {
      const [text = ''] = Object.values(writeScript(language, wholeProcedure(), context))
      expect(text).toContain(`for tenant ${context.tenantId} in Microsoft Azure (commercial).`)
      expect(text).toContain(english.text(scriptMessages.whereNotSo))
    }
  })

  it('is confirmed by the name of the environment where there is downtime, by "yes" elsewhere', () => {
    expect(confirmationOf(wholeProcedure())).toBe(NAMES.environment)
    expect(confirmationOf([actions['create-key']])).toBe('yes')
    expect(confirmationOf([actionsFor({ ...NAMES, environment: '\n' })['link-environment']])).toBe('yes')
  })
})

describe('what a script sends', () => {
  it('is what the wizard’s own clients send', async () => {
    const { services, seen } = bench(({ method }) =>
      method === 'GET'
        ? { status: 404, body: { error: { code: 'ResourceNotFound', message: 'None.' } } }
        : { status: 403, body: { error: { code: 'Stop', message: 'Seen.' } } },
    )
    await services.azure.createVault(actions['create-vault'].vault)
    await services.azure.createPolicy(actions['create-policy'].policy)
    const bodies = seen.filter(({ method }) => method === 'PUT').map(({ body }) => JSON.parse(body))
    expect(bodies).toEqual([vaultBody(actions['create-vault'].vault), policyBody(actions['create-policy'].policy)])
  })
})
