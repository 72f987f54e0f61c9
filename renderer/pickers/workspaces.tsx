import type { StepPicture } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import { Choice } from '../primitives/choice.tsx'
import { Group } from '../primitives/group.tsx'
import { Section } from '../primitives/section.tsx'
import { useWizard } from '../wizard-context.tsx'

type Protection = Extract<StepPicture, { kind: 'protection' }>

/** Possible workspaces for the audit log. A choice counts at once, but is only planned. */
export function Workspaces({ picture: { workspaces, workspaceId } }: { readonly picture: Protection }) {
  const { workspaces: heading, workspace, noWorkspace, noWorkspaceText } = useStrings().operations
  const { decide, view } = useWizard()
  if (workspaces.length === 0 || !view.decisions.includes('wish-audit-log')) return null
  return (
    <Section heading={heading}>
      <Group name={workspace} inOneColumn>
        <Choice
          group="workspace"
          value=""
          title={noWorkspace}
          text={noWorkspaceText}
          chosen={workspaceId === undefined}
          onChoose={() => decide({ kind: 'wish-audit-log' })}
        />
        {workspaces.map(({ id, name, location }) => (
          <Choice
            key={id}
            group="workspace"
            value={id}
            title={name}
            text={location}
            chosen={workspaceId === id}
            onChoose={() => decide({ kind: 'wish-audit-log', workspaceId: id })}
          />
        ))}
      </Group>
    </Section>
  )
}
