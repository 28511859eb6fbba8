<?php

namespace GuzzleHttp\Promise;

class CancellationException extends RejectionException
{
}
