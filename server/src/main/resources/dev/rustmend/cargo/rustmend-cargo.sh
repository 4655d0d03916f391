#!/bin/sh
# rustmend-cargo: runs cargo for rust-analyzer and leaves a copy of what it says for rustmend, so
# that one run of cargo serves both.
#
#   "rust-analyzer.check.overrideCommand": ["rustmend-cargo"]
#
# Without arguments it runs what rustmend's settings ask for, which the server writes, one argument a
# line, to <cache>/tee/<folder>/@arguments; with arguments, those.
#
# cargo's output, errors and exit status pass through unchanged. A finished run appears all at once
# (by a rename) as <cache>/tee/<folder>/@check, with the time of its start as the file's own; a run
# that was killed leaves nothing. What stands in the file:
#
#   {"rustmend":"begin","arguments":[…]}
#   cargo's standard output
#   {"rustmend":"errors"}
#   cargo's error output
#   {"rustmend":"end","status":101,"seconds":3}
#
# Whatever goes wrong with the copy, cargo runs.

set -u

cargo=cargo
command -v cargo >/dev/null 2>&1 || cargo=${CARGO_HOME:-$HOME/.cargo}/bin/cargo

cache_folder() {
  if [ -n "${RUSTMEND_CACHE_DIR:-}" ]; then
    printf '%s\n' "$RUSTMEND_CACHE_DIR"
    return
  fi
  case ${XDG_CACHE_HOME:-} in
    /*) printf '%s/rustmend\n' "$XDG_CACHE_HOME" ;;
    *) case $(uname) in
         Darwin) printf '%s/Library/Caches/rustmend\n' "$HOME" ;;
         *) printf '%s/.cache/rustmend\n' "$HOME" ;;
       esac ;;
  esac
}

folder=$(cache_folder)/tee$(pwd -P)
run=$folder/@run-$$
status=

if [ $# -eq 0 ] && [ -r "$folder/@arguments" ]; then
  while IFS= read -r argument; do
    set -- "$@" "$argument"
  done <"$folder/@arguments"
fi
[ $# -gt 0 ] || set -- check --workspace --message-format=json

# Runs that were killed leave their files behind.
remove_left_overs() {
  for file in "$folder"/@run-*; do
    pid=${file##*/@run-}
    pid=${pid%%.*}
    if [ -e "$file" ] && ! kill -0 "$pid" 2>/dev/null; then
      rm -f "$file"
    fi
  done
}

remove_own_files() {
  rm -f "$run.begin" "$run.out" "$run.err" "$run.out-pipe" "$run.err-pipe" "$run.whole"
}

json_array() {
  for argument in "$@"; do
    printf '%s\n' "$argument"
  done | sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/.*/"&"/' | paste -s -d , -
}

end_children() {
  trap '' TERM INT HUP
  kill "$cargo_pid" 2>/dev/null
  wait 2>/dev/null
  remove_own_files
  exit 143
}

publish() {
  {
    printf '{"rustmend":"begin","arguments":[%s]}\n' "$arguments"
    cat "$run.out"
    printf '\n{"rustmend":"errors"}\n'
    cat "$run.err"
    printf '\n{"rustmend":"end","status":%d,"seconds":%d}\n' "$status" "$(($(date +%s) - started))"
  } >"$run.whole" &&
    touch -r "$run.begin" "$run.whole" &&
    mv -f "$run.whole" "$folder/@check"
}

if ! { mkdir -p "$folder" && remove_left_overs && : >"$run.begin" &&
  mkfifo "$run.out-pipe" "$run.err-pipe"; } 2>/dev/null; then
  exec "$cargo" "$@"
fi

started=$(date +%s)
arguments=$(json_array "$@")
tee "$run.out" <"$run.out-pipe" &
out_pid=$!
tee "$run.err" <"$run.err-pipe" >&2 &
err_pid=$!
"$cargo" "$@" </dev/null >"$run.out-pipe" 2>"$run.err-pipe" &
cargo_pid=$!
trap end_children TERM INT HUP

wait "$cargo_pid"
status=$?
whole=yes
wait "$out_pid" || whole=no
wait "$err_pid" || whole=no

# A status above 128 means that a signal ended cargo; a tee that failed, that nobody reads us any
# more or that the disk is full.
if [ "$status" -lt 128 ] && [ "$whole" = yes ]; then
  publish 2>/dev/null
fi
remove_own_files
exit "$status"
