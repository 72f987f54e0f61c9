import { productionOf } from '#contract/window-title.ts'
import { CustomCloudBanner } from '../frame/custom-cloud-banner.tsx'
import { EmergencyLine, OtherPolicyLine, SituationLine } from '../frame/emergency.tsx'
import { Footer } from '../frame/footer.tsx'
import { HelpDrawer } from '../frame/help.tsx'
import { PracticeBanner } from '../frame/practice-banner.tsx'
import { Rail } from '../frame/rail.tsx'
import { RecordNote } from '../frame/record-note.tsx'
import { KeyMap } from '../key-map/key-map.tsx'
import { SelectionProvider } from '../key-map/selection.tsx'
import { MapSizeProvider } from '../key-map/size.tsx'
import { useMediaQuery, WITHOUT_RAIL } from '../media-query.ts'
import { ExerciseUnderWay } from '../practice/exercises.tsx'
import { classNames } from '../primitives/class-names.ts'
import { useWizard } from '../wizard-context.tsx'
import { ClosingPage } from './closing-page.tsx'
import { CoveragePage } from './coverage-page.tsx'
import { EvidencePage } from './evidence-page.tsx'
import { HandOverPage } from './hand-over-page.tsx'
import { LandscapePage } from './landscape-page.tsx'
import { OperationsPage } from './operations-page.tsx'
import { PreflightPage } from './preflight-page.tsx'
import { PreparePage } from './prepare-page.tsx'
import { RecoveryPage } from './recovery-page.tsx'
import { StepPage } from './step-page.tsx'
import styles from './tenant-pages.module.css'

export function TenantPages() {
  const { view, help } = useWizard()
  const narrow = useMediaQuery(WITHOUT_RAIL)
  const { closing, staging } = view
  const bare = staging?.bare === true
  // An operation after the link uses the step page.
  const step = view.page === 'step' || view.page === 'operations' ? view.step : undefined
  return (
    <div
      className={classNames(
        styles.frame,
        step !== undefined && help.open && styles.helped,
        styles.low,
        productionOf(view) && styles.production,
        bare && styles.bare,
      )}
    >
      <PracticeBanner />
      {view.practice ? <ExerciseUnderWay /> : null}
      <CustomCloudBanner />
      {bare ? null : <Rail narrow={narrow} />}
      <div className={styles.scroll}>
        <SelectionProvider>
          <MapSizeProvider>
            {view.keyMap === undefined ? null : <KeyMap map={view.keyMap} />}
            <EmergencyLine />
            <SituationLine />
            <OtherPolicyLine />
            <main className={styles.main} data-situation={view.situation?.kind}>
              <RecordNote />
              {step ? <StepPage key={step.id} step={step} /> : null}
              {view.page === 'coverage' && view.coverage ? <CoveragePage coverage={view.coverage} /> : null}
              {view.page === 'prepare' && view.prepare ? <PreparePage prepare={view.prepare} /> : null}
              {view.page === 'preflight' && view.preflight ? <PreflightPage preflight={view.preflight} /> : null}
              {view.operations && !step ? <OperationsPage operations={view.operations} /> : null}
              {view.page === 'hand-over' && view.handOver ? <HandOverPage handOver={view.handOver} /> : null}
              {view.page === 'recovery' && view.recovery ? <RecoveryPage recovery={view.recovery} /> : null}
              {view.page === 'landscape' && view.landscape ? <LandscapePage landscape={view.landscape} /> : null}
              {view.page === 'evidence' && view.evidence ? <EvidencePage evidence={view.evidence} /> : null}
              {view.page === 'closing' && closing ? <ClosingPage closing={closing} /> : null}
            </main>
            <Footer />
          </MapSizeProvider>
        </SelectionProvider>
      </div>
      {step ? <HelpDrawer step={step} /> : null}
    </div>
  )
}
