#!/bin/sh
# Reads from the back end by its Service's name and passes the answer on. (By nc: the wget of a static busybox needs a name service for ports.)
backend=${BACKEND:-back}
answer=$(printf 'GET / HTTP/1.0\r\nHost: %s\r\n\r\n' "$backend" | nc -w 3 "$backend" "${BACKEND_PORT:-80}" 2> /dev/null)
case $answer in
    'HTTP/'*' 200 '*)
        printf 'Content-Type: text/plain\r\nConnection: close\r\n\r\n'
        echo "front $(hostname): $(echo "$answer" | sed '1,/^.\{0,1\}$/d')" ;;
    *)
        printf 'Status: 502 Bad Gateway\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n'
        echo "front $(hostname): $backend does not answer" ;;
esac
