<?php

namespace GuzzleHttp\Psr7;

/** A multipart/form-data body (RFC 7578). */
class MultipartStream extends Stream
{
    private readonly string $boundary;

    /** @param list<array{name: string, contents: mixed, headers?: array<string, string>, filename?: string}> $elements */
    public function __construct(array $elements = [], ?string $boundary = null)
    {
        $this->boundary = $boundary ?? bin2hex(random_bytes(20));
        $parts = array_map(fn ($element) => "--{$this->boundary}\r\n" . self::part(...$element) . "\r\n", $elements);
        parent::__construct(fopen('php://temp', 'r+'));
        $this->write(implode('', $parts) . "--{$this->boundary}--\r\n");
        $this->rewind();
    }

    public function getBoundary(): string
    {
        return $this->boundary;
    }

    private static function part(string $name, mixed $contents, array $headers = [], ?string $filename = null): string
    {
        $file = $filename === null ? '' : '; filename="' . basename($filename) . '"';
        $lines = ["Content-Disposition: form-data; name=\"$name\"$file"];
        foreach ($headers as $header => $value) {
            $lines[] = "$header: $value";
        }
        return implode("\r\n", $lines) . "\r\n\r\n" . Utils::streamFor($contents);
    }
}
