<?php

namespace WeChatPay\Util;

use Psr\Http\Message\StreamInterface;
use WxpayLive\Files;

/** A file to upload: the parts `meta`, which is signed, and `file`. */
class MediaUtil
{
    private const TYPES = [
        'jpg' => 'image/jpeg', 'jpeg' => 'image/jpeg', 'png' => 'image/png', 'bmp' => 'image/bmp', 'gif' => 'image/gif',
        'mp4' => 'video/mp4', 'mov' => 'video/quicktime', 'avi' => 'video/x-msvideo', 'wmv' => 'video/x-ms-wmv',
        'csv' => 'text/csv', 'txt' => 'text/plain', 'pdf' => 'application/pdf',
    ];

    private readonly string $content;

    private string $meta;

    private MediaStream $stream;

    public function __construct(private readonly string $filepath, ?StreamInterface $fileStream = null)
    {
        $this->content = (string) ($fileStream ?? Files::read($filepath));
        $this->setMeta();
    }

    /** Replaces the JSON of the part `meta`. */
    public function setMeta(?string $json = null): int
    {
        $name = basename($this->filepath);
        $this->meta = $json ?? (string) json_encode(['filename' => $name, 'sha256' => hash('sha256', $this->content)]);
        $type = self::TYPES[strtolower(pathinfo($name, PATHINFO_EXTENSION))] ?? 'application/octet-stream';
        $this->stream = new MediaStream([
            ['name' => 'meta', 'contents' => $this->meta, 'headers' => ['Content-Type' => 'application/json']],
            ['name' => 'file', 'filename' => $name, 'contents' => $this->content, 'headers' => ['Content-Type' => $type]],
        ], $this->meta);
        return strlen($this->meta);
    }

    public function getMeta(): string
    {
        return $this->meta;
    }

    public function getStream(): StreamInterface
    {
        return $this->stream;
    }

    public function getContentType(): string
    {
        return "multipart/form-data; boundary={$this->stream->getBoundary()}";
    }

    public function getHeaders(): array
    {
        return ['Content-Type' => $this->getContentType()];
    }
}
