import { useStrings } from '../language.tsx'
import { useWizard } from '../wizard-context.tsx'
import styles from './custom-cloud-banner.module.css'

/** Stands above every page while a cloud from a file is open or can be chosen: where requests and tokens go to is seen at all times. */
export function CustomCloudBanner() {
  const strings = useStrings()
  const { customCloud } = useWizard().view
  if (customCloud === undefined) return null
  return (
    <header className={styles.banner}>
      <span className={styles.word}>{strings.customCloud.word}</span>
      <span className={styles.name}>{strings.customCloud.name({ name: customCloud.name })}</span>
      <span className={styles.hosts}>{strings.customCloud.hosts({ hosts: customCloud.hosts })}</span>
    </header>
  )
}
