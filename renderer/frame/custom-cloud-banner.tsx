import { useWords } from '../language.tsx'
import { customCloud as customCloudWords } from '../messages/start.ts'
import { Banner } from '../primitives/banner.tsx'
import { Name } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'

/** Always visible while a custom cloud is open or can be chosen, because it decides where tokens go. */
export function CustomCloudBanner() {
  const words = useWords(customCloudWords)
  const { customCloud } = useWizard().view
  if (customCloud === undefined) return null
  return (
    <Banner kind="customCloud" word={words.word}>
      <Name>{words.name({ name: customCloud.name })}</Name>
      <span>{words.hosts({ hosts: customCloud.hosts })}</span>
    </Banner>
  )
}
