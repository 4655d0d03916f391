#!/bin/sh
# Records what cargo says about each crate in this folder: `./record.sh [NAME…]`, with cargo 1.95.
# Nothing of the machine stays in the recording: the folder is written as /recorded.
set -eu
cd "$(dirname "$0")"
here=$(pwd)
[ $# -gt 0 ] || set -- */
target=$(mktemp -d)
trap 'rm -rf "$target"' EXIT
for name in "$@"; do
  name=${name%/}
  sysroot=$(rustc --print sysroot)
  (cd "$name" && cargo check --offline --message-format=json --target-dir "$target/$name" 2>/dev/null || true) |
    sed -e "s|$here|/recorded|g" -e "s|$target|/recorded-target|g" -e "s|$sysroot|/sysroot|g" >"$name/cargo.jsonl"
  rm -f "$name/Cargo.lock"
done
