import { Button } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { EngagementRow } from '../../messages/view.ts'
import { useWords } from '../language.tsx'
import { customers } from '../messages/customers.ts'
import { TextField } from '../primitives/fields.tsx'
import { Row } from '../primitives/layout.tsx'
import { useWizard } from '../wizard-context.tsx'
import styles from './customer-form.module.css'

/** The person's name and groups for a customer, shared by all of its environments. */
export function CustomerForm({ row }: { readonly row: EngagementRow }) {
  const words = useWords(customers)
  const { ask, bridge } = useWizard()
  const id = useId()
  const { customer, tenantName, tenantId, groups = [] } = row
  const [name, setName] = useState(tenantName === undefined ? '' : customer)
  const [typed, setTyped] = useState(groups.join(', '))
  const save = () => {
    const own = name.trim()
    const inGroups = [...new Set(typed.split(',').flatMap((each) => each.trim() || []))]
    void ask(bridge.changeCustomer({ tenantId, ...(own === '' ? {} : { name: own }), groups: inGroups }))
  }
  return (
    <div className={styles.form}>
      <TextField
        draft={{
          ...{ id: `${id}-name`, label: words.ownName, value: name, onChange: setName },
          hint: words.ownNameHint({ tenant: tenantName ?? customer }),
        }}
      />
      <TextField draft={{ id: `${id}-groups`, label: words.groups, value: typed, hint: words.groupsHint, onChange: setTyped }} />
      <Row>
        <Button onClick={save}>{words.keep}</Button>
      </Row>
    </div>
  )
}
