#!/bin/sh
# Installs what was unpacked beside this script: ./install.sh [PREFIX]
# PREFIX is ~/.local unless it is given. Nothing else is changed; to remove rustmend again, run
# ./install.sh --remove [PREFIX].
set -eu

remove=no
if [ "${1:-}" = --remove ]; then
  remove=yes
  shift
fi
prefix=${1:-${HOME:?}/.local}
case $prefix in
-*)
  echo "usage: install.sh [--remove] [PREFIX]" >&2
  exit 2
  ;;
esac
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
program=lib/rustmend

# The files outside of the program's own folder.
files='bin/rustmend
share/man/man1/rustmend.1
share/bash-completion/completions/rustmend
share/zsh/site-functions/_rustmend
share/fish/vendor_completions.d/rustmend.fish'

if [ "$remove" = yes ]; then
  for file in $files; do
    rm -f "$prefix/$file"
  done
  rm -rf "${prefix:?}/$program" "${prefix:?}/share/doc/rustmend"
  echo "rustmend is removed from $prefix"
  exit 0
fi

mkdir -p "$prefix/lib" || {
  echo "install.sh: $prefix can not be written; name another folder: ./install.sh PREFIX" >&2
  exit 3
}
prefix=$(CDPATH='' cd -- "$prefix" && pwd -P)
if [ "$prefix" = "$here" ]; then
  echo "install.sh: $prefix is what was unpacked; name another folder" >&2
  exit 2
fi
# Beside the old version first, so that a server that runs keeps its files; -p keeps the times,
# without which the archive of loaded classes does not count.
rm -rf "$prefix/$program.new"
cp -R -p "$here/$program" "$prefix/$program.new"
rm -rf "${prefix:?}/$program"
mv "$prefix/$program.new" "$prefix/$program"
for file in $files; do
  mkdir -p "$prefix/$(dirname "$file")"
  cp -p "$here/$file" "$prefix/$file"
done
mkdir -p "$prefix/share/doc"
rm -rf "$prefix/share/doc/rustmend"
cp -R -p "$here/share/doc/rustmend" "$prefix/share/doc/rustmend"

echo "rustmend is installed: $prefix/bin/rustmend"
case :$PATH: in
*:"$prefix/bin":*) ;;
*) echo "add $prefix/bin to your PATH" ;;
esac
