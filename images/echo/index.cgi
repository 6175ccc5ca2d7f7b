#!/bin/sh
source=${REMOTE_ADDR#\[::ffff:}; source=${source%\]}
# One line to the container's log, one answer to the caller.
echo "request from $source" > /proc/1/fd/1
printf 'Content-Type: text/plain\r\nConnection: close\r\n\r\n'
echo "version: $VERSION"
echo "host: $(hostname)"
echo "source: $source"
