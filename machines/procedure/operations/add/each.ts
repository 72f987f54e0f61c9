import type { OperationOutline } from '#machines/engine/procedure.ts'
import type { Choices } from '../../choices.ts'
import { isPicture, type TargetRow } from '../../picture.ts'

const isProduction = ({ type }: TargetRow): boolean => type?.toLowerCase() === 'production'

export const eachOther: NonNullable<OperationOutline['each']> = {
  none: (choices) => {
    const { additionId: _, ...others }: Choices = choices
    return others
  },
  with: (choices, id) => {
    const chosen: Choices = { ...choices, additionId: id }
    return chosen
  },
  of({ picture }) {
    const targets = isPicture(picture) && picture.kind === 'targets' ? picture.targets : []
    return [...targets].sort((a, b) => Number(isProduction(a)) - Number(isProduction(b)))
  },
}
