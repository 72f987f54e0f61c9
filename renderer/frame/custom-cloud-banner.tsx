import { useStrings } from '../language.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Name } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'

/** Stands above every page while a cloud from a file is open or can be chosen: where requests and tokens go to is seen at all times. */
export function CustomCloudBanner() {
  const strings = useStrings()
  const { customCloud } = useWizard().view
  if (customCloud === undefined) return null
  return (
    <Banner kind="customCloud" word={strings.customCloud.word}>
      <Name>{strings.customCloud.name({ name: customCloud.name })}</Name>
      <span>{strings.customCloud.hosts({ hosts: customCloud.hosts })}</span>
    </Banner>
  )
}
