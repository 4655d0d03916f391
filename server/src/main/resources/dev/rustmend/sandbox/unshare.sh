# Builds a root of its own for a command, in new namespaces, and becomes the command.
# The folder to write, the folder to work in, the highest process number; paths to show; --; the command.
set -e
own=$1
directory=$2
processes=$3
shift 3
root=$own/.root
mkdir -p "$root"
mount -t tmpfs -o size=16m,mode=755 none "$root"

place() {
  if [ -d "$1" ]; then
    mkdir -p "$root$1"
  else
    mkdir -p "$root${1%/*}"
    : > "$root$1"
  fi
}

while [ "$1" != -- ]; do
  place "$1"
  mount --rbind "$1" "$root$1"
  mount -o remount,bind,ro "$root$1"
  shift
done
shift
# Tests of servers talk to themselves; there is no other network.
ip link set lo up 2>/dev/null || ifconfig lo up 2>/dev/null || :
for device in null zero full random urandom; do
  place "/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
mkdir -p "$root/proc" "$root/tmp" "$root/.old"
mount -t proc none "$root/proc"
# Since Linux 6.14 each namespace has its own.
( echo "$processes" > "$root/proc/sys/kernel/pid_max" ) 2>/dev/null || :
mount -o remount,bind,ro "$root/proc"
mount -t tmpfs -o size=256m,mode=1777 none "$root/tmp"
place "$own"
mount --bind "$own" "$root$own"
cd "$root"
pivot_root . .old
umount -l /.old
mount -o remount,ro /
cd "$directory"
exec setpriv --bounding-set=-all --inh-caps=-all --no-new-privs -- "$@"
