import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { startByAction, startJob } from './support/run-recipe.ts'

// The step of action.yml that starts the sandbox, run as GitHub runs it.

it('gives later steps the settings of a sandbox that answers', async () => {
  const job = startJob()
  expect(await startByAction(job, '--notify-scale 0.01 --intercept')).toMatchObject({ code: 0 })
  const given = readFileSync(job.githubEnv, 'utf8')
  const [, url] = /^WXPAY_BASE_URL=(.*)$/m.exec(given)!
  expect((await fetch(`${url}/_sandbox/clock`)).status).toBe(200)
  expect(given).toMatch(/^HTTPS_PROXY=http:\/\/127\.0\.0\.1:/m)
})

it('fails with the log if the sandbox cannot start', async () => {
  expect(await startByAction(startJob(), '--scenario NO_SUCH'))
    .toMatchObject({ code: 1, output: expect.stringContaining('argument \'NO_SUCH\' is invalid') })
})
