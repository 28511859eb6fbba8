<?php

namespace GuzzleHttp\Exception;

/** The answer is a 5xx. */
class ServerException extends BadResponseException
{
}
