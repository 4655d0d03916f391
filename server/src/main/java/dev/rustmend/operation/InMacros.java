package dev.rustmend.operation;

import java.util.List;

/// An operation that is asked a second time, with the macros around the place read as calls, where
/// it has nothing to propose at first.
record InMacros(Operation inner) implements Operation {

  @Override
  public String name() {
    return inner.name();
  }

  @Override
  public List<Proposal> proposals(Site site) {
    List<Proposal> plain = inner.proposals(site);
    return plain.isEmpty() ? site.opened().map(inner::proposals).orElse(plain) : plain;
  }
}
