import { Callout } from '../primitives/callout.tsx'
import { Stack } from '../primitives/layout.tsx'
import { Name, Text } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'

/** That an organization's policy can't be used, before a door leads to it. What is wrong with it is on the sign-in page. */
export function PolicyNotice() {
  const { managed } = useWizard().view
  if (managed === undefined || !('problem' in managed)) return null
  const { title, remedy } = managed.problem
  return (
    <Callout tone="danger">
      <Stack gap="tight">
        <Name>{title}</Name>
        <Text>{remedy}</Text>
      </Stack>
    </Callout>
  )
}
