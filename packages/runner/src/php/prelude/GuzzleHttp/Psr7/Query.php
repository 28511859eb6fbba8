<?php

namespace GuzzleHttp\Psr7;

final class Query
{
    /** Writes a query; the name of a list is repeated for each of its values. */
    public static function build(array $params, $encoding = PHP_QUERY_RFC3986): string
    {
        $encode = match ($encoding) {
            PHP_QUERY_RFC3986 => 'rawurlencode',
            PHP_QUERY_RFC1738 => 'urlencode',
            false => 'strval',
            default => throw new \InvalidArgumentException('Invalid type'),
        };
        $pairs = [];
        foreach ($params as $name => $values) {
            foreach (is_array($values) ? $values : [$values] as $value) {
                $text = is_bool($value) ? (string) (int) $value : $value;
                $pairs[] = $encode((string) $name) . ($text === null ? '' : '=' . $encode((string) $text));
            }
        }
        return implode('&', $pairs);
    }
}
