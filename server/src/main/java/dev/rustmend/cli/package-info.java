/// The command line: arguments, output for people and the wiring of the object graph.
///
/// Never: holds logic worth a unit test.
@org.jspecify.annotations.NullMarked
package dev.rustmend.cli;
