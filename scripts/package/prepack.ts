import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { build } from './build.ts'
import { published } from './manifest.ts'

const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
build(process.cwd(), manifest)
copyFileSync('package.json', 'dist/.package.json')
writeFileSync('package.json', `${JSON.stringify(published(manifest), null, 2)}\n`)
