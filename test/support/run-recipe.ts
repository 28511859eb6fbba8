import { once } from 'node:events'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { userEnvironment } from '../../scripts/pack.ts'
import { startProcess } from './process.ts'

interface Step {
  uses?: string
  run?: string
  if?: string
}

interface Workflow {
  jobs: { test: { steps: Step[] } }
}

interface Action {
  inputs: { options: { default: string } }
  runs: { steps: { run: string }[] }
}

export const root = fileURLToPath(new URL('../..', import.meta.url))
/** A project with tests in a language. */
export const fixture = (language: string) => join(root, 'test/recipes/fixtures', language)

const read = (path: string) => parse(readFileSync(join(root, path), 'utf8'))

/** What the steps of a job share. */
export interface Job {
  project: string
  env: NodeJS.ProcessEnv
  /** The file by which a step gives variables to those after it. */
  githubEnv: string
}

/** Prepares a job that runs in a copy of a project. */
export function startJob(files?: string): Job {
  const folder = mkdtempSync(join(tmpdir(), 'job-'))
  const project = join(folder, 'project')
  if (files) cpSync(files, project, { recursive: true })
  else mkdirSync(project)
  const githubEnv = join(folder, 'env')
  writeFileSync(githubEnv, '')
  return { project, githubEnv, env: { ...userEnvironment(), RUNNER_TEMP: folder, GITHUB_ENV: githubEnv } }
}

/** Runs a step as GitHub does; what it leaves in the background ends with the test. */
export async function runStep({ project, env, githubEnv }: Job, run: string) {
  const given = readFileSync(githubEnv, 'utf8').split('\n').filter(Boolean).map(line => /^(\w+)=(.*)$/.exec(line)!.slice(1))
  const { child, stop } = startProcess('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
    cwd: project, env: { ...env, ...Object.fromEntries(given) },
  })
  onTestFinished(stop)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', text => output += text)
  const [code] = await once(child, 'close') as [number | null]
  return { code, output }
}

/** Runs the step of our action that starts the sandbox; this repository is installed already. */
export function startByAction(job: Job, options?: string) {
  const { inputs, runs }: Action = read('action.yml')
  const env = { ...job.env, OPTIONS: options ?? inputs.options.default, SANDBOX: root }
  return runStep({ ...job, env }, runs.steps.at(-1)!.run)
}

/** Stands in for actions that install a toolchain: it is here already, but packages must not go into the system. */
async function setUp(action: string, job: Job) {
  if (!action.startsWith('actions/setup-python@')) return undefined
  appendFileSync(job.githubEnv, `PATH=${join(job.project, '.venv/bin')}${delimiter}${job.env.PATH}\n`)
  return runStep(job, 'python3 -m venv .venv')
}

/** Tests that the steps of a recipe in the guide run the tests of a project against the sandbox, as printed. */
export function testRecipe(language: string): void {
  test(`the recipe for ${language} runs tests against the sandbox`, async () => {
    const job = startJob(fixture(language))
    const { jobs: { test: { steps } } }: Workflow = read(`templates/ci/${language}.yml`)
    for (const { uses = '', run, if: condition } of steps) {
      if (condition !== undefined) continue
      const ran = await (run !== undefined ? runStep(job, run) : uses.startsWith('OWNER/') ? startByAction(job) : setUp(uses, job))
      expect(ran?.code ?? 0, `${run ?? uses}: ${ran?.output}`).toBe(0)
    }
    const { run } = steps.find(step => step.if === 'failure()')!
    expect((await runStep(job, run!)).output).toMatch(/GET \/v3\/certificates 40[01]/)
  })
}
