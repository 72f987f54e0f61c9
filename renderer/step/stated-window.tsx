import type { MaintenanceWindow } from '#machines/engine/step/maintenance-window.ts'
import { useTimes } from '../language.tsx'
import { Text } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'

export function StatedWindow({ window }: { readonly window: MaintenanceWindow }) {
  const strings = useStrings()
  const { dateAndTimeIn } = useTimes()
  const { from, to, timeZone } = window
  return (
    <Text>
      {strings.confirmation.window.stated({ from: dateAndTimeIn(from, timeZone), to: dateAndTimeIn(to, timeZone), zone: timeZone })}
    </Text>
  )
}
