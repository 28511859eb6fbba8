<?php

namespace WxpayLive;

/** Removes the prelude from stack traces, so that they contain only the example's lines. */
final class Trace
{
    public static function clean(\Throwable $thrown): \Throwable
    {
        if ($previous = $thrown->getPrevious()) {
            self::clean($previous);
        }
        $trace = self::visible($thrown);
        self::set($thrown, 'trace', $trace);
        $caller = array_find($trace, fn ($frame) => isset($frame['file']));
        if ($caller && self::isHidden($thrown->getFile())) {
            self::set($thrown, 'file', $caller['file']);
            self::set($thrown, 'line', $caller['line']);
        }
        return $thrown;
    }

    /** Keeps calls by the example, and calls of its functions, which PHP lists without a file. */
    private static function visible(\Throwable $thrown): array
    {
        $frames = [];
        $inside = self::isHidden($thrown->getFile());
        foreach ($thrown->getTrace() as $frame) {
            $outside = isset($frame['file']) ? self::isHidden($frame['file']) : $inside;
            if (!$inside || !$outside) {
                $frames[] = $outside ? array_diff_key($frame, ['file' => 1, 'line' => 1]) : $frame;
            }
            $inside = $outside;
        }
        return $frames;
    }

    private static function isHidden(string $file): bool
    {
        return str_starts_with($file, dirname(__DIR__) . '/');
    }

    private static function set(\Throwable $thrown, string $property, mixed $value): void
    {
        $class = $thrown instanceof \Exception ? \Exception::class : \Error::class;
        (new \ReflectionProperty($class, $property))->setValue($thrown, $value);
    }
}
