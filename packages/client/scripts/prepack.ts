import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { build } from './build.ts'
import { published } from './manifest.ts'

build(process.cwd())
copyFileSync('package.json', 'dist/.package.json')
const manifest = published(JSON.parse(readFileSync('package.json', 'utf8')))
writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`)
