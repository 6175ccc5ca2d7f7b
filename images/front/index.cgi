#!/bin/sh
# Reads from the back end by its Service's name and passes the answer on.
if answer=$(wget -q -T 2 -O - "http://${BACKEND:-back}:${BACKEND_PORT:-80}/" 2>/dev/null); then
    printf 'Content-Type: text/plain\r\nConnection: close\r\n\r\n'
    echo "front $(hostname): $answer"
else
    printf 'Status: 502 Bad Gateway\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n'
    echo "front $(hostname): ${BACKEND:-back} does not answer"
fi
