<?php

namespace GuzzleHttp\Promise;

final class Utils
{
    /** The queue that all promises share. */
    public static function queue(): TaskQueue
    {
        static $queue = new TaskQueue();
        return $queue;
    }

    /** Waits for all and returns their values with the same keys; throws the first rejection. */
    public static function unwrap($promises): array
    {
        $values = [];
        foreach ($promises as $key => $promise) {
            $values[$key] = Create::promiseFor($promise)->wait();
        }
        return $values;
    }

    /** Returns a promise of all values, rejected with the first rejection. */
    public static function all($promises, bool $recursive = false): PromiseInterface
    {
        return self::lazily(fn () => self::unwrap($promises));
    }

    /** Returns a promise of the `state` of each, with its `value` or `reason`. */
    public static function settle($promises): PromiseInterface
    {
        return self::lazily(function () use ($promises) {
            $ends = [];
            foreach ($promises as $key => $promise) {
                try {
                    $value = Create::promiseFor($promise)->wait();
                    $ends[$key] = ['state' => PromiseInterface::FULFILLED, 'value' => $value];
                } catch (\Throwable $reason) {
                    $ends[$key] = ['state' => PromiseInterface::REJECTED, 'reason' => $reason];
                }
            }
            return $ends;
        });
    }

    private static function lazily(callable $get): PromiseInterface
    {
        $promise = new Promise(function () use (&$promise, $get) { $promise->resolve($get()); });
        return $promise;
    }
}
