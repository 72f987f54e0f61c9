import { useEffect, useRef } from 'react'
import type { WizardView } from '../messages/view.ts'
import type { Bridge } from './bridge.ts'

export function useFirstMoments(view: WizardView, bridge: Bridge): void {
  const reported = useRef({ page: false, step: false })
  const stepUsable = view.step !== undefined && view.step.phase !== 'reading'
  useEffect(() => {
    let frame = 0
    const look = () => {
      if (!reported.current.page) {
        reported.current.page = true
        void bridge.report('firstPageInteractive')
      }
      if (!stepUsable || reported.current.step) return
      if (document.querySelector('main h1') === null) {
        // The step's page is a separate chunk, which may load some frames after the view.
        frame = requestAnimationFrame(look)
        return
      }
      reported.current.step = true
      void bridge.report('firstStepInteractive')
    }
    frame = requestAnimationFrame(look)
    return () => cancelAnimationFrame(frame)
  })
}
