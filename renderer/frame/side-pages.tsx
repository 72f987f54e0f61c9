import { useStrings } from '../language.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import { Stack } from '../primitives/layout.tsx'
import { Place, TextButton } from '../primitives/link-button.tsx'
import { useWizard } from '../wizard-context.tsx'
import styles from './side-pages.module.css'

const SIGNS = { 'hand-over': 'send', landscape: 'environment', evidence: 'evidence' } as const

export function SidePages() {
  const strings = useStrings()
  const { view, can, send } = useWizard()
  if (view.pages.length === 0) return null
  return (
    <Stack as="ul" gap="tight" label={strings.frame.sidePages}>
      {view.pages.map(({ page, title, now, open }) =>
        page === 'hand-over' || page === 'landscape' || page === 'evidence' ? (
          <li key={page} aria-current={now ? 'page' : undefined}>
            <div className={styles.beside}>
              <Glyph name={SIGNS[page]} />
              {!now && open && can('GO_TO_PAGE') ? (
                <TextButton look="plain" onClick={() => send({ type: 'GO_TO_PAGE', page })}>
                  {title}
                </TextButton>
              ) : (
                <Place now={now} why={now ? undefined : view.staying}>
                  {title}
                </Place>
              )}
            </div>
          </li>
        ) : null,
      )}
    </Stack>
  )
}
