import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Footer } from '../frame/footer.tsx'
import { Guide } from '../frame/guide.tsx'
import { PracticeBanner } from '../frame/practice-banner.tsx'
import { Rail } from '../frame/rail.tsx'
import { useMediaQuery, WITHOUT_ASIDE, WITHOUT_RAIL } from '../media-query.ts'
import { strings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import { ClosingPage } from './closing-page.tsx'
import { StepPage } from './step-page.tsx'

const useStyles = makeStyles({
  frame: {
    flexGrow: 1,
    minHeight: 0,
    display: 'grid',
    gridTemplateAreas: '"banner banner banner" "rail main aside" "footer footer footer"',
    gridTemplateRows: 'auto minmax(0, 1fr) auto',
    gridTemplateColumns: '272px minmax(0, 1fr) 304px',
    '@media (max-width: 1099px)': {
      gridTemplateAreas: '"banner banner" "rail main" "footer footer"',
      gridTemplateColumns: '272px minmax(0, 1fr)',
    },
    '@media (max-width: 819px)': {
      gridTemplateAreas: '"banner" "rail" "main" "footer"',
      gridTemplateRows: 'auto auto minmax(0, 1fr) auto',
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  // A low window, or a far zoomed one: the page scrolls as a whole, so that the bars do not eat all of it.
  low: { '@media (max-height: 499px)': { display: 'block', overflowY: 'auto', scrollPaddingTop: '160px' } },
  // What must not leave the screen stays on it even then: practice, who and where; in a very low window at least practice.
  head: {
    display: 'contents',
    '@media (min-height: 360px) and (max-height: 499px)': { display: 'block', position: 'sticky', top: '0', zIndex: 1 },
  },
  main: {
    // What is only for screen readers is positioned; without this it would stretch the whole window.
    position: 'relative',
    gridArea: 'main',
    minHeight: 0,
    overflowY: 'auto',
    // Room for the scroll bar whether it is there or not: nothing jumps when findings arrive.
    scrollbarGutter: 'stable',
    padding: '20px 32px 24px',
    '@media (max-width: 819px)': { padding: '16px 20px 20px' },
  },
  // Without a guide its room belongs to the page.
  wide: { gridColumnEnd: '-1' },
  column: { maxWidth: '760px' },
  aside: {
    position: 'relative',
    gridArea: 'aside',
    minHeight: 0,
    overflowY: 'auto',
    padding: '16px 20px',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
})

/** Everything once a tenant is open: banner, rail, page, guide and footer around the page. */
export function TenantPages() {
  const styles = useStyles()
  const { view } = useWizard()
  const narrow = useMediaQuery(WITHOUT_RAIL)
  const foldedGuide = useMediaQuery(WITHOUT_ASIDE)
  const { step, closing } = view
  const guide = view.page === 'step' ? step?.guide : undefined
  return (
    <div className={mergeClasses(styles.frame, styles.low)}>
      <div className={styles.head}>
        <PracticeBanner />
        <Rail narrow={narrow} />
      </div>
      <main className={mergeClasses(styles.main, (guide === undefined || foldedGuide) && styles.wide)}>
        <div className={styles.column}>
          {view.page === 'step' && step ? <StepPage key={step.id} step={step} foldedGuide={foldedGuide} /> : null}
          {view.page === 'closing' && closing ? <ClosingPage closing={closing} /> : null}
        </div>
      </main>
      {guide && !foldedGuide ? (
        <aside className={styles.aside} aria-label={strings.frame.guide}>
          <Guide key={step?.id} guide={guide} waiting={step?.wait !== undefined} />
        </aside>
      ) : null}
      <Footer />
    </div>
  )
}
