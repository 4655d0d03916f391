/// What programs can ask of rustmend, whatever the protocol.
///
/// Comes in: a named [Call] with its arguments as JSON, the folders that may be used ([Roots]), and
/// a listener of progress. Goes out: JSON in the names that all front doors share, or a
/// [ServiceFailure].
///
/// Never: knows a protocol; reads or writes outside of the folders that it is given.
@org.jspecify.annotations.NullMarked
package dev.rustmend.service;
