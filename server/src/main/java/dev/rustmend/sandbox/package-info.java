/// Where sources of a stranger are compiled: a folder that is thrown away, limits on what a build
/// may use, and namespaces of the kernel around it where the platform has them. Comes in: a command
/// of the toolchain. Goes out: the command line that confines it, and which limit it broke.
///
/// Never: lets a build write outside of its folder where there is a sandbox; claims one that does
/// not work on this machine.
@NullMarked
package dev.rustmend.sandbox;

import org.jspecify.annotations.NullMarked;
