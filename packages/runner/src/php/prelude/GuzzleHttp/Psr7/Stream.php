<?php

namespace GuzzleHttp\Psr7;

use Psr\Http\Message\StreamInterface;

/** A stream of a PHP resource. */
class Stream implements StreamInterface
{
    /** @var resource|null */
    private $resource;

    public function __construct($stream)
    {
        if (!is_resource($stream)) {
            throw new \InvalidArgumentException('Stream must be a resource');
        }
        $this->resource = $stream;
    }

    public function __toString(): string
    {
        if ($this->isSeekable()) {
            $this->rewind();
        }
        return $this->getContents();
    }

    public function close(): void
    {
        if ($resource = $this->detach()) {
            fclose($resource);
        }
    }

    public function detach()
    {
        [$resource, $this->resource] = [$this->resource, null];
        return $resource;
    }

    public function getSize(): ?int
    {
        return $this->resource ? fstat($this->resource)['size'] ?? null : null;
    }

    public function tell(): int
    {
        return $this->check(ftell($this->open()));
    }

    public function eof(): bool
    {
        return feof($this->open());
    }

    public function isSeekable(): bool
    {
        return (bool) $this->getMetadata('seekable');
    }

    public function seek(int $offset, int $whence = SEEK_SET): void
    {
        $this->check(fseek($this->open(), $offset, $whence) === 0);
    }

    public function rewind(): void
    {
        $this->seek(0);
    }

    public function isWritable(): bool
    {
        return (bool) preg_match('/[waxc+]/', $this->getMetadata('mode') ?? '');
    }

    public function write(string $string): int
    {
        return $this->check(fwrite($this->open(), $string));
    }

    public function isReadable(): bool
    {
        return (bool) preg_match('/r|\+/', $this->getMetadata('mode') ?? '');
    }

    public function read(int $length): string
    {
        return $this->check(fread($this->open(), $length));
    }

    public function getContents(): string
    {
        return $this->check(stream_get_contents($this->open()));
    }

    public function getMetadata(?string $key = null): mixed
    {
        $all = $this->resource ? stream_get_meta_data($this->resource) : [];
        return $key === null ? $all : $all[$key] ?? null;
    }

    private function open()
    {
        return $this->resource ?? throw new \RuntimeException('Stream is detached');
    }

    private function check(mixed $result): mixed
    {
        return $result !== false ? $result : throw new \RuntimeException('Unable to work on the stream');
    }
}
