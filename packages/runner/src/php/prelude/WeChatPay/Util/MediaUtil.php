<?php

namespace WeChatPay\Util;

use GuzzleHttp\Psr7\FnStream;
use GuzzleHttp\Psr7\MultipartStream;
use Psr\Http\Message\StreamInterface;

/** An upload with the parts `meta`, which is signed, and `file`. */
class MediaUtil
{
    private const TYPES = [
        'jpg' => 'image/jpeg', 'jpeg' => 'image/jpeg', 'png' => 'image/png', 'bmp' => 'image/bmp', 'gif' => 'image/gif',
        'mp4' => 'video/mp4', 'mov' => 'video/quicktime', 'avi' => 'video/x-msvideo', 'wmv' => 'video/x-ms-wmv',
        'csv' => 'text/csv', 'txt' => 'text/plain', 'pdf' => 'application/pdf',
    ];

    private readonly string $content;

    private string $meta;

    private MultipartStream $parts;

    public function __construct(private readonly string $filepath, ?StreamInterface $fileStream = null)
    {
        $this->content = (string) ($fileStream ?? file_get_contents($filepath));
        $this->setMeta();
    }

    /** Replaces the JSON of `meta`. */
    public function setMeta(?string $json = null): int
    {
        $name = basename($this->filepath);
        $this->meta = $json ?? (string) json_encode(['filename' => $name, 'sha256' => hash('sha256', $this->content)]);
        $type = self::TYPES[strtolower(pathinfo($name, PATHINFO_EXTENSION))] ?? 'application/octet-stream';
        $this->parts = new MultipartStream([
            ['name' => 'meta', 'contents' => $this->meta, 'headers' => ['Content-Type' => 'application/json']],
            ['name' => 'file', 'filename' => $name, 'contents' => $this->content, 'headers' => ['Content-Type' => $type]],
        ]);
        return strlen($this->meta);
    }

    public function getMeta(): string
    {
        return $this->meta;
    }

    /** A stream whose text is signed and whose content is sent. */
    public function getStream(): StreamInterface
    {
        return FnStream::decorate($this->parts, ['__toString' => fn () => $this->meta]);
    }

    public function getContentType(): string
    {
        return "multipart/form-data; boundary={$this->parts->getBoundary()}";
    }

    public function getHeaders(): array
    {
        return ['Content-Type' => $this->getContentType()];
    }
}
