<?php

namespace Psr\Http\Message;

/** What can be asked of a request that was sent; nothing here makes another one of it. */
interface RequestInterface extends MessageInterface
{
    public function getRequestTarget();

    public function getMethod();

    public function getUri();
}
