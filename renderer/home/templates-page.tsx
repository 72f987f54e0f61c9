import { useEffect, useState } from 'react'
import type { CallReply } from '#contract/contract.ts'
import type { Templates } from '#contract/templates.ts'
import { BUILT_IN, type Template } from '#machines/procedure/templates/template.ts'
import type { EngagementRow } from '#messages/view.ts'
import { FooterFrame, FooterGap } from '../frame/footer-frame.tsx'
import { useWords } from '../language.tsx'
import { footer } from '../messages/frame.ts'
import { templates as templateWords } from '../messages/templates.ts'
import { StartFrame } from '../pages/start-frame.tsx'
import { Button } from '../primitives/button.tsx'
import { Callout, Failure } from '../primitives/callout.tsx'
import { SelectField } from '../primitives/fields.tsx'
import { useWizard } from '../wizard-context.tsx'
import { TemplateForm } from './template-form.tsx'
import styles from './templates-page.module.css'

/** Templates for names in step 3. @param rows customers that can have their own values */
export function TemplatesPage({ rows, onBack }: { readonly rows: readonly EngagementRow[]; readonly onBack: () => void }) {
  const words = useWords(templateWords)
  const { back } = useWords(footer)
  const { announce, bridge, notify } = useWizard()
  const [kept, setKept] = useState<Templates>()
  const [problem, setProblem] = useState<string>()
  const take = (reply: CallReply<'templates:read'>): boolean => {
    setProblem(reply.ok ? undefined : reply.why)
    if (reply.ok) setKept(reply.value)
    return reply.ok
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the page opens
  useEffect(() => void bridge.call('templates:read', {}).then(take), [bridge])
  const { list, chosen }: Templates = kept ?? { list: [] }
  const inUse = list.find(({ name }) => name === chosen)
  const change = (wanted: Templates) => bridge.call('templates:change', wanted).then(take)
  const others = (template: Template) => list.filter(({ name }) => name !== template.name)
  const create = () => {
    const number = [...Array(list.length + 1).keys()].find(
      (each) => !list.some(({ name }) => name === words.freshName({ number: each + 1 })),
    )
    const name = words.freshName({ number: (number ?? list.length) + 1 })
    void change({ list: [...list, { name, ...BUILT_IN }], chosen: name })
  }
  const save = async (was: Template, template: Template) => {
    if (await change({ list: [...others(was), template], chosen: template.name })) announce(words.saved)
  }
  const exportAll = async () => {
    const saved = await bridge.call('templates:save', {})
    if (!saved.ok) return setProblem(saved.why)
    if (saved.value.savedAs !== undefined) notify(words.exported({ file: saved.value.savedAs }))
  }
  const actions = (
    <>
      <Button onClick={() => void bridge.call('templates:open', {}).then(take)}>{words.open}</Button>
      <Button disabled={list.length === 0} onClick={() => void exportAll()}>
        {words.save}
      </Button>
      <Button appearance="primary" onClick={create}>
        {words.fresh}
      </Button>
    </>
  )
  return (
    <StartFrame
      page="templates"
      title={words.heading}
      lead={words.lead}
      wide
      actions={actions}
      footer={
        <FooterFrame margins="wide">
          <Button onClick={onBack}>{back}</Button>
          <FooterGap />
        </FooterFrame>
      }
    >
      <Failure why={problem} />
      {kept === undefined ? null : (
        <div className={styles.choose}>
          <SelectField
            id="template-in-use"
            label={words.choose}
            value={chosen ?? ''}
            onChange={(name) => void change(name === '' ? { list } : { list, chosen: name })}
            options={[{ value: '', label: words.builtIn }, ...list.map(({ name }) => ({ value: name, label: name }))]}
          />
        </div>
      )}
      {inUse === undefined ? (
        <Callout tone="info">{words.none}</Callout>
      ) : (
        <TemplateForm
          key={inUse.name}
          template={inUse}
          others={others(inUse)}
          rows={rows}
          onSave={(template) => void save(inUse, template)}
          onDelete={() => void change({ list: others(inUse) })}
        />
      )}
    </StartFrame>
  )
}
