<?php

namespace GuzzleHttp\Exception;

/** A 5xx response. */
class ServerException extends BadResponseException
{
}
