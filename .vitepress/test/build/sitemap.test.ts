import { expect, it } from 'vitest'
import { sitemapOf } from '../../build/sitemap.ts'

it('lists the addresses of pages, and when they changed', () => {
  expect(sitemapOf('https://example.com/docs/', [
    { relativePath: 'index.md' },
    { relativePath: 'guide/a&b.md', lastUpdated: Date.UTC(2026, 0, 2) },
  ])).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://example.com/docs/</loc></url>
<url><loc>https://example.com/docs/guide/a%26b.html</loc><lastmod>2026-01-02T00:00:00.000Z</lastmod></url>
</urlset>
`)
})
