package dev.rustmend.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// A small piece of work of a scripted history.
record Scene(String name, Play play) {

  /// Does it, and says which repairs of the user's it held: none for a scene that repairs nothing.
  interface Play {
    List<Truth> on(HistoryDesk desk) throws IOException, TimeoutException, InterruptedException;
  }
}
