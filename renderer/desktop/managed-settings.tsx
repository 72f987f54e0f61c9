import { MANAGED_SETTINGS, type ManagedSetting, type ManagedSettings } from '#machines/managed/settings.ts'
import { SIGN_IN_WAYS } from '#machines/sign-in/sign-in.ts'
import type { ManagedView } from '#messages/view.ts'
import { useFormatter, useWords } from '../language.tsx'
import { connect } from '../messages/connect.ts'
import { managed as managedWords } from '../messages/managed.ts'
import { Callout } from '../primitives/callout.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { Stack } from '../primitives/layout.tsx'
import { Heading, Note, Text } from '../primitives/text.tsx'

/** Empty when nothing is set or the policy can't be read. */
export const settingsIn = (managed: ManagedView | undefined): ManagedSettings =>
  managed !== undefined && 'settings' in managed ? managed.settings : {}

export function ManagedSettingsShown({ managed }: { readonly managed: ManagedView }) {
  const words = useWords(managedWords)
  const told = useValues(managed)
  if ('problem' in managed) return <ManagedProblem problem={managed.problem} level={3} />
  const set = MANAGED_SETTINGS.filter((setting) => managed.settings[setting] !== undefined)
  return (
    <Stack gap="tight">
      {set.length === 0 ? (
        <Text>{words.nothing}</Text>
      ) : (
        <Facts look="narrow">
          {set.map((setting) => (
            <Fact key={setting} term={words.names[setting]}>
              {told(setting)}
            </Fact>
          ))}
        </Facts>
      )}
      <Note as="p">{words.by({ source: managed.source })}</Note>
    </Stack>
  )
}

function useValues(managed: ManagedView): (setting: ManagedSetting) => string | undefined {
  const words = useWords(managedWords)
  const { ways } = useWords(connect)
  const { locale } = useFormatter()
  const settings = settingsIn(managed)
  const list = (values: readonly string[]) => new Intl.ListFormat(locale).format(values)
  return (setting) => {
    switch (setting) {
      case 'AllowedClouds': {
        const named = 'settings' in managed ? (managed.clouds ?? []) : []
        return list([...named, ...(settings.AllowedClouds?.includes('custom') ? [words.custom] : [])])
      }
      case 'AllowedSignInMethods': {
        const pipeline = settings.AllowedSignInMethods?.some((way) => !SIGN_IN_WAYS.some((each) => each === way))
        const offered = SIGN_IN_WAYS.filter((way) => settings.AllowedSignInMethods?.includes(way)).map((way) => ways[way].title)
        return list([...offered, ...(pipeline ? [words.pipeline] : [])])
      }
      case 'ProxyExceptions':
        return settings.ProxyExceptions && list(settings.ProxyExceptions)
      case 'Proxy':
        return settings.Proxy === 'direct' ? words.direct : settings.Proxy
      case 'Updates':
        return settings.Updates && words.off
      default:
        return settings[setting]
    }
  }
}

/** Why an organization's policy can't be used, and who can fix it. */
export function ManagedProblem({
  problem: { title, meaning, remedy },
  level,
}: {
  readonly problem: Extract<ManagedView, { readonly problem: unknown }>['problem']
  readonly level: 2 | 3
}) {
  return (
    <Callout tone="danger">
      <Stack gap="tight">
        <Heading level={level}>{title}</Heading>
        <Text>{meaning}</Text>
        <Text>{remedy}</Text>
      </Stack>
    </Callout>
  )
}
