import { Stack } from '../primitives/layout.tsx'
import { Section } from '../primitives/section.tsx'
import { useStrings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import { Problem } from './problem.tsx'

/**
 * Services that refused access at sign-in. The remedy is unfolded at the first encounter and folded later, so that the page stays in sight.
 */
export function RefusedAudiences({ unfolded }: { readonly unfolded: boolean }) {
  const { heading, note, show, hide } = useStrings().refused
  const { refusedAudiences } = useWizard().view
  if (refusedAudiences.length === 0) return null
  return (
    <Section heading={heading({ services: refusedAudiences.length })} note={note}>
      <Stack as="ul">
        {refusedAudiences.map(({ audience, problem }) => (
          <li key={audience}>
            <Problem problem={problem} tone="warning" level={3} fold={{ show, hide, unfolded }} />
          </li>
        ))}
      </Stack>
    </Section>
  )
}
