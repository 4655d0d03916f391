#!/bin/sh
# Runs the steps of the Dockerfile outside of Docker, in a clean folder with an environment of its
# own: builds by docker/build.sh, starts by docker/rustmend, and tries what the image is for.
# Needs a JDK 25 in JAVA_HOME, Maven, git and Rust.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
clean=$(mktemp -d "${TMPDIR:-/tmp}/rustmend-steps.XXXXXX")
server=''
end() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || :
  rm -rf "$clean"
}
trap end EXIT
trap 'exit 130' INT TERM

say() {
  printf '== %s\n' "$1"
}

say 'the sources, as git has them'
mkdir "$clean/src" "$clean/work" "$clean/home"
(cd "$root" && git archive HEAD) | tar -x -C "$clean/src"

say 'docker/build.sh'
sh "$clean/src/docker/build.sh" "$clean/src" "$clean/out"
du -sh "$clean/out/runtime" "$clean/out"

# As in the image: nothing of this user's environment but the toolchain. Replaces the shell.
become() {
  cd "$clean/work"
  exec env -i \
    PATH="$PATH" HOME="$clean/home" LC_ALL=C.UTF-8 \
    RUSTUP_HOME="${RUSTUP_HOME:-$HOME/.rustup}" CARGO_HOME="$clean/data/cargo" \
    RUSTMEND_HOME="$clean/out" RUSTMEND_CACHE_DIR="$clean/data/cache" \
    XDG_DATA_HOME="$clean/data/share" RUSTMEND_TOKEN=steps-outside-of-docker \
    sh "$clean/src/docker/rustmend" "$@"
}

rustmend() {
  (become "$@")
}

say 'rustmend --version'
rustmend --version
say 'rustmend doctor'
rustmend doctor || :
say 'rustmend generate'
rustmend generate 'parse an ini file into typed settings with defaults' --out settings --no-model
say 'rustmend check'
rustmend check settings

if rustmend serve --help >/dev/null 2>&1; then
  say 'rustmend serve, and docker/health.sh'
  (become serve --port 17878) &
  server=$!
  tries=0
  until sh "$clean/src/docker/health.sh" 17878 2>/dev/null; do
    tries=$((tries + 1))
    [ "$tries" -lt 60 ] || exit 1
    sleep 1
  done
  say 'a question with the token, and one without'
  ask() {
    curl -sS -o "$clean/answer" -w '%{http_code}' --max-time 60 "$@" \
      'http://127.0.0.1:17878/v1/explain?code=E0382'
  }
  [ "$(ask -H 'Authorization: Bearer steps-outside-of-docker')" = 200 ]
  grep -q E0382 "$clean/answer"
  [ "$(ask)" = 401 ]
fi
say 'all steps passed'
