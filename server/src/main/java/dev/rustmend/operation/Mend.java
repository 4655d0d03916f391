package dev.rustmend.operation;

import java.util.List;
import java.util.function.BiConsumer;

/// An operation that looks at tokens only, because the text around does not parse or need not.
record Mend(String name, BiConsumer<Tokens, Mends> way) implements Operation {

  @Override
  public List<Proposal> proposals(Site site) {
    var mends = new Mends(site);
    way.accept(Tokens.of(site), mends);
    return mends.list();
  }
}
