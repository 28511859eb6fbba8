<?php

namespace WeChatPay;

use GuzzleHttp\Promise\PromiseInterface;
use Psr\Http\Message\ResponseInterface;

/** A node of a chain: leads to the next step or sends a request. */
interface BuilderChainable
{
    public function chain(string $segment): BuilderChainable;

    public function get(array $options = []): ResponseInterface;

    public function put(array $options = []): ResponseInterface;

    public function post(array $options = []): ResponseInterface;

    public function patch(array $options = []): ResponseInterface;

    public function delete(array $options = []): ResponseInterface;

    public function getAsync(array $options = []): PromiseInterface;

    public function putAsync(array $options = []): PromiseInterface;

    public function postAsync(array $options = []): PromiseInterface;

    public function patchAsync(array $options = []): PromiseInterface;

    public function deleteAsync(array $options = []): PromiseInterface;
}
