/// A team's knowledge base on an OpenSearch cluster: asked beside the index of this machine, and
/// given what somebody publishes.
///
/// Comes in: [dev.rustmend.search.Inquiry]s, error codes, and entries to publish. Goes out:
/// passages and entries with who published them, and how often others took them.
///
/// Never: sends code or a name of the user's that nobody has confirmed; trusts what it gets; keeps
/// somebody waiting for a cluster that is slow.
@org.jspecify.annotations.NullMarked
package dev.rustmend.remote;
