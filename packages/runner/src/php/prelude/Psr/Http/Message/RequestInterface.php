<?php

namespace Psr\Http\Message;

/** The read-only part of PSR-7's RequestInterface, for sent requests. */
interface RequestInterface extends MessageInterface
{
    public function getRequestTarget();

    public function getMethod();

    public function getUri();
}
