# Sets the limits of this process and becomes the command.
# KiB of memory, blocks of 512 bytes of a file, seconds of processor time, processes or nothing.
ulimit -c 0
ulimit -v "$1" 2>/dev/null || :
ulimit -f "$2" 2>/dev/null || :
ulimit -t "$3" 2>/dev/null || :
[ -z "$4" ] || ulimit -u "$4" 2>/dev/null || ulimit -p "$4" 2>/dev/null || :
shift 4
exec "$@"
