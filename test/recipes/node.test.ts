import { readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { fixture, root, runStep, startJob, testRecipe } from '../support/run-recipe.ts'

testRecipe('node')

test('the command for other CI runs tests against a sandbox and passes their exit code on', async () => {
  const guide = readFileSync(join(root, 'docs/guide/ci.md'), 'utf8')
  const [command] = /^npx .* run -- npm test$/m.exec(guide)!
  const job = startJob(fixture('node'))
  symlinkSync(root, join(dirname(job.project), 'wxpay-live'))
  expect(await runStep(job, command)).toMatchObject({ code: 0, output: expect.stringContaining('pass 1') })
  expect(await runStep(job, command.replace('npm test', 'node -e "process.exit(3)"'))).toMatchObject({ code: 3 })
})
