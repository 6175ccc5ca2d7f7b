#!/bin/sh
printf 'Content-Type: text/plain\r\nConnection: close\r\n\r\n'
echo "${MESSAGE:-hello} from $(hostname)"
