import { Code } from '../literal.ts'
import { withDigest, type Upload } from '../upload.ts'
import { orReturn } from './file.ts'
import { goLiteral, goString } from './literal.ts'

/** Writes the statements that upload a file with the library's general call and leave the response in `result`. */
export function uploadCall({ part, file, meta }: Upload): string[] {
  const name = goString(file)
  const fields = withDigest(meta, new Code('fmt.Sprintf("%x", sha256.Sum256(file))'))
  const createPart = part === 'file'
    ? [`if err := core.CreateFormFile(form, ${name}, "application/octet-stream", file); err != nil {`, '\treturn err', '}']
    : [...orReturn(`content, err := form.CreateFormFile(${goString(part)}, ${name})`),
        'if _, err := content.Write(file); err != nil {', '\treturn err', '}']
  return [
    ...orReturn(`file, err := os.ReadFile(cmp.Or(os.Getenv("WXPAY_FILE"), ${name}))`),
    ...orReturn(`meta, err := json.Marshal(${goLiteral(fields, '')})`),
    'body := new(bytes.Buffer)',
    'form := multipart.NewWriter(body)',
    'if err := core.CreateFormField(form, "meta", consts.ApplicationJSON, meta); err != nil {', '\treturn err', '}',
    ...createPart,
    'if err := form.Close(); err != nil {', '\treturn err', '}',
    '// 只签 meta，不签文件',
    ...orReturn('result, err := client.Upload(ctx, address, string(meta), body.String(), form.FormDataContentType())'),
  ]
}
