import { commitSubjects } from './commits/history.ts'
import { checkSubject } from './commits/subject.ts'

const subjects = commitSubjects()
if (!subjects) console.log('Commit subjects not checked: the history is missing.')

for (const subject of subjects ?? []) {
  const problem = checkSubject(subject)
  if (problem === undefined) continue
  console.error(`commit “${subject}”: ${problem}`)
  process.exitCode = 1
}
