import { type FormEvent, useState } from 'react'
import { GEOGRAPHIES, regionTitle } from '#machines/procedure/geography.ts'
import { validateTagName, validateTags } from '#machines/procedure/tag-rules.ts'
import type { Tag } from '#machines/procedure/tags.ts'
import { type About, NAMED, named, type Template, tagged, VARIABLES } from '#machines/procedure/templates/template.ts'
import type { EngagementRow } from '#messages/view.ts'
import { useFormatter, useWords } from '../language.tsx'
import { templates as templateWords } from '../messages/templates.ts'
import { Button } from '../primitives/button.tsx'
import { Callout } from '../primitives/callout.tsx'
import { SelectField, TextField } from '../primitives/fields.tsx'
import { Group } from '../primitives/group.tsx'
import { Row, Stack, Whole } from '../primitives/layout.tsx'
import { Note } from '../primitives/text.tsx'
import styles from './template-form.module.css'
import { Protections } from './template-protections.tsx'

const SAMPLE: About = {
  tenantId: '',
  customer: 'Contoso',
  environment: 'contoso-prod',
  type: 'Production',
  region: 'eastus',
  geography: 'unitedstates',
}

/** The region is unknown before an environment opens: the sample's is used. */
const aboutRow = ({ tenantId, customer, environment, environmentType = 'Production' }: EngagementRow): About => ({
  ...SAMPLE,
  tenantId,
  customer,
  environment,
  type: environmentType,
})

const VARIABLE = /^[a-z][a-z0-9]{0,29}$/i
const VALUE = /^[\w.()-]{0,60}$/

const replaced = <Item,>(list: readonly Item[], place: number, item: Item | undefined): readonly Item[] =>
  item === undefined ? list.filter((_, index) => index !== place) : list.map((each, index) => (index === place ? item : each))

interface FormProps {
  readonly template: Template
  readonly others: readonly Template[]
  readonly rows: readonly EngagementRow[]
  readonly onSave: (template: Template) => void
  readonly onDelete: () => void
}

export function TemplateForm({ template, others, rows, onSave, onDelete }: FormProps) {
  const words = useWords(templateWords)
  const [draft, setDraft] = useState(template)
  const [rowId, setRow] = useState('')
  const row = rows.find(({ id }) => id === rowId)
  const about = row ? aboutRow(row) : SAMPLE
  const name = draft.name.trim()
  const isTaken = name === '' || name.length > 60 || others.some((each) => each.name.toLowerCase() === name.toLowerCase())
  const areValuesRight = draft.values.every(({ variable, value }) => VARIABLE.test(variable) && VALUE.test(value))
  const areTagsRight = validateTags(draft.tags ?? []) === undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isTaken && areValuesRight && areTagsRight) onSave({ ...draft, name })
  }
  const edit = (change: Partial<Template>) => setDraft({ ...draft, ...change })
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="even">
        <Group name={template.name} boxed>
          <TextField
            id="template-name"
            label={words.name}
            value={draft.name}
            onChange={(value) => edit({ name: value })}
            broken={isTaken ? words.nameTaken : undefined}
          />
          <SelectField
            id="template-preview"
            label={words.preview}
            value={rowId}
            onChange={setRow}
            options={[
              { value: '', label: words.sample },
              ...rows
                .filter(({ state }) => state.kind !== 'closed')
                .map(({ id, customer, environment }) => ({ value: id, label: `${customer}, ${environment}` })),
            ]}
          />
        </Group>
        <Names draft={draft} about={about} edit={edit} />
        <Tags draft={draft} about={about} edit={edit} />
        <Protections template={draft} onChange={setDraft} />
        <Regions draft={draft} edit={edit} />
        <Values draft={draft} rows={rows} edit={edit} />
        <Row>
          <Button appearance="primary" type="submit">
            {words.keep}
          </Button>
          <Button appearance="subtle" onClick={onDelete}>
            {words.delete}
          </Button>
        </Row>
      </Stack>
    </form>
  )
}

interface PartProps {
  readonly draft: Template
  readonly edit: (change: Partial<Template>) => void
}

function Names({ draft, about, edit }: PartProps & { readonly about: About }) {
  const words = useWords(templateWords)
  const { text } = useFormatter()
  const own = draft.values.map(({ variable }) => variable)
  const variables = [...new Set([...VARIABLES, ...own])].map((variable) => `{${variable}}`).join(', ')
  return (
    <Group name={words.names} boxed>
      {NAMED.map((what) => {
        const given = named(draft, what, about)
        return (
          <TextField
            key={what}
            id={`template-${what}`}
            label={words[what]}
            value={draft.names[what]}
            {...(given.ok ? { hint: words.gives({ name: given.name }) } : { broken: text(given.why) })}
            onChange={(value) => edit({ names: { ...draft.names, [what]: value } })}
          />
        )
      })}
      <SelectField
        id="template-key-size"
        label={words.keySize}
        value={String(draft.keySize)}
        onChange={(value) => edit({ keySize: value === '2048' ? 2048 : 3072 })}
        options={[3072, 2048].map((size) => ({ value: String(size), label: String(size) }))}
      />
      <Whole>
        <Note as="p">{words.variables({ variables, limited: '{customer:8}' })}</Note>
      </Whole>
    </Group>
  )
}

function Tags({ draft, about, edit }: PartProps & { readonly about: About }) {
  const words = useWords(templateWords)
  const { text } = useFormatter()
  const { tags = [] } = draft
  const put = (place: number, tag: Tag | undefined) => edit({ tags: replaced(tags, place, tag) })
  const problem = validateTags(tags)
  return (
    <Group name={words.tags} boxed inOneColumn>
      <Note as="p">{words.tagsNote}</Note>
      {tags.map((tag, place) => {
        const broken = validateTagName(tag.name)
        const given = tagged(draft, { ...tag, name: 'tag' }, about)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may be alike while they are typed
          <fieldset key={place} className={styles.line} aria-label={tag.name}>
            <TextField
              id={`template-tag-${place}`}
              label={words.tagName}
              value={tag.name}
              broken={broken && text(broken)}
              onChange={(name) => put(place, { ...tag, name })}
            />
            <TextField
              id={`template-tag-value-${place}`}
              label={words.tagValue}
              value={tag.value}
              {...(given.ok ? { hint: words.gives({ name: given.name }) } : { broken: text(given.why) })}
              onChange={(value) => put(place, { ...tag, value })}
            />
            <Button appearance="subtle" className={styles.remove} onClick={() => put(place, undefined)}>
              {words.remove}
            </Button>
          </fieldset>
        )
      })}
      {problem && tags.every(({ name }) => validateTagName(name) === undefined) ? <Callout tone="danger">{text(problem)}</Callout> : null}
      <Row>
        <Button onClick={() => edit({ tags: [...tags, { name: '', value: '' }] })}>{words.addTag}</Button>
      </Row>
    </Group>
  )
}

function Regions({ draft: { regions }, edit }: PartProps) {
  const words = useWords(templateWords)
  const unused = GEOGRAPHIES.find(({ location }) => !regions.some(({ geography }) => geography === location))
  const put = (place: number, rule: Template['regions'][number] | undefined) => edit({ regions: replaced(regions, place, rule) })
  return (
    <Group name={words.regions} boxed inOneColumn>
      {regions.map(({ geography, region }, place) => {
        const known = GEOGRAPHIES.find(({ location }) => location === geography)
        return (
          <fieldset key={geography} className={styles.line} aria-label={known?.title ?? geography}>
            <SelectField
              id={`template-geography-${place}`}
              label={words.geography}
              value={geography}
              onChange={(value) =>
                put(place, { geography: value, region: GEOGRAPHIES.find(({ location }) => location === value)?.regions[0] ?? region })
              }
              options={GEOGRAPHIES.filter(
                ({ location }) => location === geography || !regions.some((rule) => rule.geography === location),
              ).map(({ location, title }) => ({ value: location, label: title }))}
            />
            <SelectField
              id={`template-region-${place}`}
              label={words.region}
              value={region}
              onChange={(value) => put(place, { geography, region: value })}
              options={(known?.regions ?? [region]).map((each) => ({ value: each, label: regionTitle(each) }))}
            />
            <Button appearance="subtle" className={styles.remove} onClick={() => put(place, undefined)}>
              {words.remove}
            </Button>
          </fieldset>
        )
      })}
      {unused === undefined ? null : (
        <Row>
          <Button onClick={() => edit({ regions: [...regions, { geography: unused.location, region: unused.regions[0] ?? '' }] })}>
            {words.addRegion}
          </Button>
        </Row>
      )}
    </Group>
  )
}

function Values({ draft: { values }, rows, edit }: PartProps & { readonly rows: readonly EngagementRow[] }) {
  const words = useWords(templateWords)
  const customers = new Map(rows.filter(({ tenantId }) => tenantId !== '').map(({ tenantId, customer }) => [tenantId, customer]))
  const put = (place: number, value: Template['values'][number] | undefined) => edit({ values: replaced(values, place, value) })
  return (
    <Group name={words.values} boxed inOneColumn>
      {values.map((each, place) => {
        const { tenantId, variable, value } = each
        const whose = [...customers, ...(tenantId === undefined || customers.has(tenantId) ? [] : [[tenantId, tenantId] as const])]
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may be alike while they are typed
          <fieldset key={place} className={styles.line} aria-label={variable}>
            <SelectField
              id={`template-customer-${place}`}
              label={words.customer}
              value={tenantId ?? ''}
              onChange={(id) => put(place, { variable, value, ...(id === '' ? {} : { tenantId: id }) })}
              options={[{ value: '', label: words.everyone }, ...whose.map(([id, label]) => ({ value: id, label }))]}
            />
            <TextField
              id={`template-variable-${place}`}
              label={words.variable}
              value={variable}
              broken={VARIABLE.test(variable) ? undefined : words.variableBroken}
              onChange={(text) => put(place, { ...each, variable: text })}
            />
            <TextField
              id={`template-value-${place}`}
              label={words.value}
              value={value}
              broken={VALUE.test(value) ? undefined : words.valueBroken}
              onChange={(text) => put(place, { ...each, value: text })}
            />
            <Button appearance="subtle" className={styles.remove} onClick={() => put(place, undefined)}>
              {words.remove}
            </Button>
          </fieldset>
        )
      })}
      <Row>
        <Button onClick={() => edit({ values: [...values, { variable: 'customer', value: '' }] })}>{words.addValue}</Button>
      </Row>
    </Group>
  )
}
