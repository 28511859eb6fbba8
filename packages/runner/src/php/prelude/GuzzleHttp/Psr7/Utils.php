<?php

namespace GuzzleHttp\Psr7;

use Psr\Http\Message\StreamInterface;

final class Utils
{
    /** Makes a stream from a string, a resource or a stringable; returns a stream unchanged. */
    public static function streamFor($resource = '', array $options = []): StreamInterface
    {
        if ($resource instanceof StreamInterface) {
            return $resource;
        }
        if (is_resource($resource)) {
            return new Stream($resource);
        }
        if ($resource !== null && !is_scalar($resource) && !$resource instanceof \Stringable) {
            throw new \InvalidArgumentException('Invalid resource type: ' . gettype($resource));
        }
        $stream = new Stream(fopen('php://temp', 'r+'));
        $stream->write((string) $resource);
        $stream->rewind();
        return $stream;
    }
}
