<?php

namespace GuzzleHttp\Promise;

/** A queue of callbacks. The remaining ones run at the end of the script. */
final class TaskQueue
{
    private array $tasks = [];

    public function __construct()
    {
        register_shutdown_function(function () {
            if (((error_get_last()['type'] ?? 0) & E_ERROR) === 0) {
                $this->run();
            }
        });
    }

    public function isEmpty(): bool
    {
        return $this->tasks === [];
    }

    public function add(callable $task): void
    {
        $this->tasks[] = $task;
    }

    public function run(): void
    {
        while ($task = array_shift($this->tasks)) {
            $task();
        }
    }
}
