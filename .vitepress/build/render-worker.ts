import { workerData } from 'node:worker_threads'
import { resolveConfig } from 'vitepress'
import { repository } from '../source.ts'
import { createRenderer, renderPage } from './render-pages.ts'

const md = await createRenderer(await resolveConfig(repository, 'build', 'production'))
const pages: string[] = workerData
for (const page of pages.toReversed()) await renderPage(md, page)
