import { Callout } from '../primitives/callout.tsx'
import { Stack } from '../primitives/layout.tsx'
import { Name, Text } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'

/** What to know before the first sign-in, and which variables of the environment the wizard ignores, and what they would do. */
export function LeftOutNotice() {
  const { leftOut = [], startNotices = [] } = useWizard().view
  return [...startNotices, ...leftOut].map((each) => (
    <Callout key={each} tone={startNotices.includes(each) ? 'warning' : 'info'}>
      <Text>{each}</Text>
    </Callout>
  ))
}

/** Points to an unusable organization policy early; the sign-in page has the details. */
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
