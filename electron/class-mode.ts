import path from 'node:path'
import {
  type ClassFile,
  type ClassFileResult,
  classMessages,
  isExerciseFile,
  LARGEST_CLASS_FILE,
  readClassFile,
} from '#node/practice/presenting/class-file.ts'
import { type Exercise, LARGEST_EXERCISE, readExercise } from '#node/practice/presenting/exercises/exercise.ts'
import { SHIPPED } from '#node/practice/presenting/exercises/shipped.ts'
import { readRegularText, whyNotRead } from '#node/services/regular-file.ts'

export interface Lesson extends Omit<ClassFile, 'exercises'> {
  readonly exercises?: readonly Exercise[]
}

type Refused = Extract<ClassFileResult, { readonly ok: false }>
export type LessonResult = { readonly ok: true; readonly value: Lesson } | Refused

/** Reads the class file and its exercises. @returns why one is invalid, before any window */
export async function readClass(file: string): Promise<LessonResult> {
  const name = path.basename(file)
  try {
    const read = readClassFile(name, await readRegularText(file, LARGEST_CLASS_FILE))
    if (!read.ok) return read
    const { exercises, ...lesson } = read.value
    if (exercises === undefined) return { ok: true, value: lesson }
    const all = await exercisesOf(file, exercises)
    return all.ok ? { ok: true, value: { ...lesson, exercises: all.value } } : all
  } catch (error) {
    return { ok: false, why: classMessages.unreadable({ file: name, error: whyNotRead(error) }) }
  }
}

/** @param file the class file; exercises are relative to its folder */
async function exercisesOf(file: string, named: readonly string[]): Promise<{ readonly ok: true; readonly value: Exercise[] } | Refused> {
  const all = new Map<string, Exercise>()
  for (const exercise of named) {
    const read = isExerciseFile(exercise) ? await exerciseIn(file, exercise) : shipped(exercise)
    if (!read.ok) return read
    const { name } = read.value
    if (all.has(name)) return { ok: false, why: classMessages.exerciseTwice({ file: path.basename(file), exercise: name }) }
    all.set(name, read.value)
  }
  return { ok: true, value: [...all.values()] }
}

/** A bundled exercise; its name was validated with the class file. */
function shipped(name: string): { readonly ok: true; readonly value: Exercise } {
  const found = SHIPPED.find((each) => each.name === name)
  if (found === undefined) throw new Error(`A class file was accepted with an exercise that there isn’t: ${name}.`)
  return { ok: true, value: found }
}

async function exerciseIn(file: string, exercise: string): Promise<{ readonly ok: true; readonly value: Exercise } | Refused> {
  const about = { file: path.basename(file), exercise }
  try {
    const read = readExercise(await readRegularText(path.join(path.dirname(file), exercise), LARGEST_EXERCISE))
    return read.ok ? { ok: true, value: read.exercise } : { ok: false, why: classMessages.exerciseWrong({ ...about, why: read.why }) }
  } catch (error) {
    return { ok: false, why: classMessages.exerciseUnreadable({ ...about, error: whyNotRead(error) }) }
  }
}
